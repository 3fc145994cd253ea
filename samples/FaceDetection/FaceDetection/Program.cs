using System.Globalization;
using FaceDetection.Detection;
using FaceDetection.Pictures;
using SkiaSharp;

if (args.Length > 2 || args is ["-h"] or ["--help"])
{
    Console.Error.WriteLine("Usage: FaceDetection [picture [output.png]]");
    return 2;
}

var picturePath = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "grace_hopper.bmp");
var outputPath = args.Length > 1 ? args[1] : "faces.png";

using var picture = SKBitmap.Decode(picturePath);
if (picture is null)
{
    Console.Error.WriteLine($"{picturePath} cannot be read as a picture.");
    return 2;
}

using var detector = new FaceDetector(Path.Combine(AppContext.BaseDirectory, "face_detection_short_range.tflite"));
var letterbox = new Letterbox(picture.Width, picture.Height);
var faces = detector.Detect(letterbox.Sample(picture, ModelOptions.InputSide));

Console.WriteLine($"{picturePath}: {picture.Width} x {picture.Height} pixels, faces found: {faces.Count}");
foreach (var face in faces)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"face: score {face.Score:F3}, centre ({face.Box.CentreX:F3}, {face.Box.CentreY:F3}), side {face.Box.Side:F3}"));
}

FacePainter.Draw(picture, faces, letterbox);
FacePainter.Save(picture, outputPath);
Console.WriteLine($"Written: {Path.GetFullPath(outputPath)}");
return faces.Count > 0 ? 0 : 1;
