using Microsoft.Build.Framework;

namespace TfNative.Tasks.Parameters;

/// <summary>Every error about items and properties that the tasks find, by code. TFN4001 to TFN4009 are given by the
/// targets themselves, TFN41xx by compilers (<see cref="Diagnostics.DiagnosticCodes"/>).</summary>
internal static class TaskErrors
{
    public static TaskParameterException NameWithoutValue(string itemType, ITaskItem item) =>
        Of("TFN4011", $"{itemType} \"{item.ItemSpec}\" has no value. Write <{itemType} Include=\"name=value\" />.", item);

    public static TaskParameterException NotAFlag(ITaskItem item) =>
        Of("TFN4012", $"BazelFlag \"{item.ItemSpec}\" names no flag. Write <BazelFlag Include=\"--//package:flag=value\" />.", item);

    public static TaskParameterException UnknownValue(string property, string value, string allowed) =>
        new("TFN4013", $"{property} \"{value}\" is not known. Use {allowed}.");

    public static TaskParameterException EmptyRepository(ITaskItem item) =>
        Of("TFN4014", $"BazelRepository \"{item.ItemSpec}\" says neither where its sources are nor which rule makes it. Set Path or Rule.", item);

    public static TaskParameterException NotANumber(string itemType, string metadata, ITaskItem item) =>
        Of("TFN4015", $"{metadata} \"{item.GetMetadata(metadata)}\" of {itemType} \"{item.ItemSpec}\" is not a number.", item);

    /// <summary>MSBuild's -question asked.</summary>
    public static TaskParameterException NotUpToDate(string reason) =>
        new("TFN4016", $"The native libraries are not up to date: {reason}.");

    public static TaskParameterException NoActionGraph(string path) =>
        new("TFN4017", $"There is no action graph {path}, or another version of the SDK has written it. Run the target TranslateBazelTargets first.");

    public static TaskParameterException NothingAsked() =>
        new("TFN4018", "BazelQuery is asked nothing. Set Query (-p:Query='deps(//a:b)'), QueryWhy or QuerySelects.");

    public static TaskParameterException EmptyOverride(ITaskItem item, IEnumerable<string> attributes) =>
        Of("TFN4019", $"BazelOverride \"{item.ItemSpec}\" changes nothing. Set Replace=\"empty\", or AddX or RemoveX, where X is {string.Join(", ", attributes)}.", item);

    public static TaskParameterException UnfitInstructionSet(string isa, string cpu) =>
        new("TFN4023", cpu != "k8"
            ? $"NativeIsa \"{isa}\" is for x86-64, and BazelCpu \"{cpu}\" is another processor. Set NativeIsa for linux-x64 only."
            : $"NativeIsa \"{isa}\" names native beside others. Name native alone, or levels of x86-64, which the loader can choose from.");

    public static TaskParameterException UnknownOverride(ITaskItem item, string metadata, IEnumerable<string> attributes) =>
        Of("TFN4024", $"{metadata} of BazelOverride \"{item.ItemSpec}\" is not known. Use AddX or RemoveX, where X is {string.Join(", ", attributes)}.", item);

    /// <summary>The project file that has the item is all that MSBuild tells about its place.</summary>
    private static TaskParameterException Of(string code, string message, ITaskItem item) =>
        new(code, message, item.GetMetadata("DefiningProjectFullPath") is { Length: > 0 } file ? file : null);
}
