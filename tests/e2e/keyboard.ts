import type { Page } from "@playwright/test";

/** Tabs on until the control is reached, as a reader without a mouse would. */
export async function tabTo(page: Page, role: "button" | "checkbox" | "combobox", name: RegExp) {
  const control = page.getByRole(role, { name });
  const reached = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (await reached()) return;
  }
  throw new Error(`${name} cannot be reached by Tab`);
}
