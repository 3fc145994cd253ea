namespace FaceDetection.Detection;

/// <summary>
/// The numbers that belong to face_detection_short_range.tflite, as MediaPipe gives them in
/// mediapipe/modules/face_detection/face_detection_short_range_common.pbtxt (named at each) and face_detection.pbtxt.
/// </summary>
internal static class ModelOptions
{
    /// <summary>Width and height of the input (input_size_width, input_size_height).</summary>
    public const int InputSide = 128;

    /// <summary>What the darkest and the brightest value become (output_tensor_float_range).</summary>
    public const float Darkest = -1, Brightest = 1;

    /// <summary>
    /// Pixels between the anchors of each of the network's four detection layers (strides). Anchors of layers with the same
    /// stride lie in the same places and follow one another place by place.
    /// </summary>
    public static readonly int[] Strides = [8, 16, 16, 16];

    /// <summary>
    /// Anchors that a layer has in each place: one of aspect ratio 1 (aspect_ratios), and one of a size between this layer's
    /// and the next one's (interpolated_scale_aspect_ratio, 1 unless given). Their sizes do not matter here, because every
    /// anchor counts as the whole picture (fixed_anchor_size).
    /// </summary>
    public const int AnchorsPerLayer = 2;

    /// <summary>Where in its cell an anchor lies: the middle (anchor_offset_x, anchor_offset_y).</summary>
    public const float AnchorOffset = 0.5f;

    /// <summary>The model's boxes (num_boxes): 16 x 16 places x 2 anchors, and 8 x 8 places x 6 anchors.</summary>
    public const int Boxes = 896;

    /// <summary>
    /// Numbers of a box (num_coords): centre x and y, width, height (reverse_output_order: x before y), then x and y of six
    /// points of the face (keypoint_coord_offset 4, num_keypoints 6), which are not used here.
    /// </summary>
    public const int Coordinates = 16;

    /// <summary>By what coordinates are divided to become parts of the side (x_scale, y_scale, w_scale, h_scale).</summary>
    public const float Scale = 128;

    /// <summary>Raw scores are cut to this range around 0, so that the sigmoid's exponential stays finite (score_clipping_thresh).</summary>
    public const float ScoreClipping = 100;

    /// <summary>Boxes with a lower score are no faces (min_score_thresh).</summary>
    public const float MinimumScore = 0.5f;

    /// <summary>Boxes that overlap more than this are the same face (min_suppression_threshold).</summary>
    public const float MinimumSuppression = 0.3f;
}
