import type { Page } from "@playwright/test";

/** A file by its text, chosen on the import page. */
export async function chooseFile(page: Page, text: string, name = "people.csv") {
  await page.goto("/users/import");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose file" }).click();
  await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}
