// Preloaded into gateway and console, and by them into their own children: who started us is gone, so we go, too.
import process from "node:process";

// Listening keeps a process alive; it must not be unref'd either: a worker that waits for its first message would end.
if (process.channel) process.on("disconnect", () => process.exit(1));
