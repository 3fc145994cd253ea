using System.Globalization;

namespace TfNative.Tasks.Building;

/// <summary>Times as a person says them.</summary>
internal static class Durations
{
    public static string Format(TimeSpan time)
    {
        if (time.TotalSeconds < 60)
            return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
        return time.TotalMinutes < 60
            ? $"{(int)time.TotalMinutes} min {time.Seconds} s"
            : $"{(int)time.TotalHours} h {time.Minutes} min";
    }
}
