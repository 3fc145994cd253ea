namespace TfNative.Sdk.Tests.Harness;

/// <summary>The targets by which Visual Studio's project system asks: they come with it and not with the .NET SDK, so that here
/// stand ones of the same names that return the same items after the same targets.</summary>
internal static class VisualStudioTargets
{
    public const string Names =
        "CollectUpToDateCheckInputDesignTime;CollectUpToDateCheckOutputDesignTime;CollectUpToDateCheckBuiltDesignTime;CollectCopyToOutputDirectoryItemDesignTime";

    public static void AddTo(TestFolder folder) => folder.Write("Directory.Build.targets", """
        <Project>
          <Target Name="CompileDesignTime" DependsOnTargets="Compile" />
          <Target Name="CollectUpToDateCheckInputDesignTime" DependsOnTargets="CompileDesignTime" Returns="@(UpToDateCheckInput)" />
          <Target Name="CollectUpToDateCheckOutputDesignTime" DependsOnTargets="CompileDesignTime" Returns="@(UpToDateCheckOutput)" />
          <Target Name="CollectUpToDateCheckBuiltDesignTime" DependsOnTargets="CompileDesignTime" Returns="@(UpToDateCheckBuilt)" />
          <Target Name="CollectCopyToOutputDirectoryItemDesignTime"
                  DependsOnTargets="PrepareResourceNames;ComputeIntermediateSatelliteAssemblies;ResolveAssemblyReferences;CompileDesignTime;_GetCopyToOutputDirectoryItemsFromThisProject"
                  Returns="@(_ThisProjectItemsToCopyToOutputDirectory)" />
        </Project>
        """);
}
