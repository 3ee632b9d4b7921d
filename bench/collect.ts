import v8 from "node:v8";
import vm from "node:vm";

// Loaded before a program whose memory is measured: at SIGUSR2 it collects its garbage, so that what is left is in use.
v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc");
process.on("SIGUSR2", () => collect());
