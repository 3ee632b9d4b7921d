import type { LogFormat } from "@/lib/logs/format";

/** The address of a log as a file. */
export const logFile = (id: string, format: LogFormat) => `/api/logs/${id}/file?format=${format}`;
