/** For Facts whose labels are short enough to stay beside their values on a phone. */
export const sideBySide = "max-sm:grid-cols-[auto_1fr]! [&_dt]:mt-0!";
