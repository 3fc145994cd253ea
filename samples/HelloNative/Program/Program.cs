using HelloNative;

string name = args.Length > 0 ? args[0] : "world";
Console.WriteLine($"{HelloLibrary.Greet(name)} (native library, version {HelloLibrary.Version})");
