/** A text as it is found in any case, on the server as on the screen: folding the case of a whole log takes ten times as long. */
export const patternOf = (text: string) => new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|-]/g, "\\$&"), "gi");
