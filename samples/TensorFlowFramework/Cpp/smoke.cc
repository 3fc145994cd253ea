// Uses what libtensorflow_framework exports to C++, from outside TensorFlow's tree: compiled with the flags that its .pc file gives.
// Prints what it measured; ends with exit code 1 where something is wrong.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <string>

#include "tensorflow/c/ops.h"
#include "tensorflow/c/tf_status.h"
#include "tensorflow/core/framework/graph.pb.h"
#include "tensorflow/core/framework/op.h"
#include "tensorflow/core/framework/tensor.h"
#include "tensorflow/core/platform/env.h"
#include "tensorflow/core/platform/threadpool.h"

namespace {

int failures = 0;

void Check(const char* what, bool passed) {
  std::printf("%s: %s\n", passed ? "passed" : "FAILED", what);
  failures += passed ? 0 : 1;
}

double Seconds(std::chrono::steady_clock::time_point since) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

// An operation that the C API registered is found by the C++ API.
bool RegisteredOperation() {
  TF_Status* status = TF_NewStatus();
  TF_OpDefinitionBuilder* builder = TF_NewOpDefinitionBuilder("NativeSmoke");
  TF_OpDefinitionBuilderAddAttr(builder, "T: {float, int64}");
  TF_OpDefinitionBuilderAddInput(builder, "x: T");
  TF_OpDefinitionBuilderAddOutput(builder, "y: T");
  TF_RegisterOpDefinition(builder, status);
  bool ok = TF_GetCode(status) == TF_OK;
  TF_DeleteStatus(status);
  const tensorflow::OpDef* op = nullptr;
  return ok && tensorflow::OpRegistry::Global()->LookUpOpDef("NativeSmoke", &op).ok() && op->input_arg_size() == 1 &&
         op->input_arg(0).type_attr() == "T";
}

bool ThreadPool() {
  constexpr int kTasks = 200'000;
  std::atomic<int> done{0};
  auto start = std::chrono::steady_clock::now();
  {
    tensorflow::thread::ThreadPool pool(tensorflow::Env::Default(), "smoke", 2);
    for (int i = 0; i < kTasks; i++) pool.Schedule([&done] { done++; });
  }
  std::printf("  %.0f tasks a second\n", kTasks / Seconds(start));
  return done == kTasks;
}

bool Graph() {
  constexpr int kNodes = 50'000;
  tensorflow::GraphDef graph;
  for (int i = 0; i < kNodes; i++) {
    tensorflow::NodeDef* node = graph.add_node();
    node->set_name("node" + std::to_string(i));
    node->set_op("NativeSmoke");
    if (i > 0) node->add_input("node" + std::to_string(i - 1));
    (*node->mutable_attr())["T"].set_type(tensorflow::DT_FLOAT);
  }
  auto start = std::chrono::steady_clock::now();
  std::string bytes;
  bool written = graph.SerializeToString(&bytes);
  double write = Seconds(start);
  start = std::chrono::steady_clock::now();
  tensorflow::GraphDef read;
  bool parsed = read.ParseFromString(bytes);
  std::printf("  %d nodes: written at %.0f MB/s, parsed at %.0f MB/s\n", kNodes, bytes.size() / write / 1e6,
              bytes.size() / Seconds(start) / 1e6);
  return written && parsed && read.node_size() == kNodes && read.node(kNodes - 1).input(0) == "node49998" &&
         read.node(7).attr().at("T").type() == tensorflow::DT_FLOAT;
}

bool Tensor() {
  tensorflow::Tensor tensor(tensorflow::DT_FLOAT, tensorflow::TensorShape({2, 3}));
  tensor.flat<float>().setConstant(1.5f);
  return tensor.NumElements() == 6 && tensor.matrix<float>()(1, 2) == 1.5f;
}

}  // namespace

int main() {
  Check("an operation registered by the C API is found by the C++ API", RegisteredOperation());
  Check("a thread pool runs all that it is given", ThreadPool());
  Check("a graph is written and parsed", Graph());
  Check("a tensor keeps its shape and values", Tensor());
  std::printf(failures == 0 ? "all passed\n" : "%d failed\n", failures);
  return failures == 0 ? 0 : 1;
}
