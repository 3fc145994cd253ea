using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace TfNative.Samples.Tests.FaceDetection;

/// <summary>The main job as README tells it: TensorFlow Lite built from source, called from C#.</summary>
[Collection(nameof(Checkout))]
public sealed partial class FaceDetectionSampleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tfnative-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_face_in_TensorFlow_s_own_picture_is_found_and_framed()
    {
        var picture = Path.Combine(Checkout.Root, "artifacts", "bin", "FaceDetection", "release", "grace_hopper.bmp");
        var framed = Path.Combine(folder.FullName, "faces.png");

        var (exitCode, output) = await Checkout.RunAsync("run.sh", picture, framed);

        Assert.True(exitCode == 0, output);
        var face = Assert.Single(FaceLine().Matches(output));
        // An independent build of the same library, with another way of reducing the picture, gives these.
        Assert.Equal(0.932, Number(face, "score"), 0.02);
        Assert.Equal(0.523, Number(face, "x"), 0.02);
        Assert.Equal(0.405, Number(face, "y"), 0.02);
        Assert.Equal(0.320, Number(face, "side"), 0.02);

        using var before = SKBitmap.Decode(picture);
        using var after = SKBitmap.Decode(framed);
        Assert.Equal((517, 606), (after.Width, after.Height));
        // The middle of the box's left edge is drawn over, the middle of the face is not.
        var left = (Number(face, "x") - Number(face, "side") / 2) * 606 - (606 - 517) / 2.0;
        var middle = (X: (int)(left + Number(face, "side") * 606 / 2), Y: (int)(Number(face, "y") * 606));
        Assert.Equal(SKColors.LimeGreen, after.GetPixel((int)left, middle.Y));
        Assert.Equal(before.GetPixel(middle.X, middle.Y), after.GetPixel(middle.X, middle.Y));
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^face: score (?<score>[\d.]+), centre \((?<x>[\d.]+), (?<y>[\d.]+)\), side (?<side>[\d.]+)$", RegexOptions.Multiline)]
    private static partial Regex FaceLine();
}
