import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

const path = "/bench/ag-grid";
const bundle = "node_modules/ag-grid-community/dist/ag-grid-community.min.js";

/** The same rows and changes in AG Grid Community, at the console's own origin. */
export async function openAgGrid(page: Page) {
  const script = await readFile(bundle, "utf8");
  await page.route(`**${path}.js`, (route) =>
    route.fulfill({ contentType: "text/javascript", body: script }),
  );
  await page.route(`**${path}`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><body style="margin:0"><div id="grid" style="height:560px"></div><script src="${path}.js"></script>`,
    }),
  );
  await page.goto(path);
  await page.evaluate(async () => {
    type Row = Record<string, never>;
    const { agGrid } = window as unknown as { agGrid: { createGrid: (...of: unknown[]) => Api } };
    type Api = {
      applyTransactionAsync: (of: { update: Row[] }) => void;
      refreshCells: (of: { columns: string[] }) => void;
    };
    const answer = await (await fetch("/api/agents")).json();
    const since = (at: string | null) => {
      const seconds = at === null ? 0 : Math.floor((Date.now() - Date.parse(at)) / 1000);
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };
    const ticking = ["inState", "login"];
    const api = agGrid.createGrid(document.querySelector("#grid"), {
      rowData: answer.rows,
      getRowId: ({ data }: { data: { id: string } }) => data.id,
      asyncTransactionWaitMillis: 50,
      animateRows: false,
      columnDefs: [
        { field: "platform", width: 66 },
        { field: "name", width: 155, sort: "asc" },
        { field: "team", width: 122 },
        { field: "state", width: 122 },
        { field: "reason", width: 186 },
        {
          colId: "inState",
          width: 108,
          valueGetter: ({ data }: { data: { stateSince: string } }) => since(data.stateSince),
        },
        { field: "loginAt", width: 126 },
        {
          colId: "login",
          width: 108,
          valueGetter: ({ data }: { data: { loginAt: string } }) => since(data.loginAt),
        },
        { field: "today.readyMs", width: 98 },
        { field: "today.handledIn", width: 84 },
        { field: "today.handledOut", width: 90 },
        { field: "version", width: 150 },
      ],
    });
    setInterval(() => api.refreshCells({ columns: ticking }), 1000);
    const source = new EventSource(`/api/stream?cursor=${encodeURIComponent(answer.cursor)}`);
    source.addEventListener("changes", (event) =>
      api.applyTransactionAsync({ update: JSON.parse(event.data) }),
    );
  });
}
