/**
 * Puts a text into the clipboard, also one that is still to come. False where the browser does not let us: without https it
 * gives nobody its clipboard.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) return false;
  try {
    if (typeof text === "string") await clipboard.writeText(text);
    else {
      // Asked for at once, within the reader's own act, and filled when it is there.
      const blob = text.then((told) => new Blob([told], { type: "text/plain" }));
      await clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    }
    return true;
  } catch {
    return false;
  }
}
