import { bootstrapToken } from "@/lib/auth/actor";
import { startImport } from "@/lib/imports/commands";

// A process of its own for an import, to be killed in the middle of it.

const started = await startImport(bootstrapToken, { id: process.argv[2] ?? "", skipBad: false });
process.send?.(started.ok ? "begun" : started.code);
if (started.ok) await started.value.work;
