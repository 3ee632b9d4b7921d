import clsx from "clsx";

/** First letters of the first and the last word: "Maria Ortiz" is MO. */
function initials(name: string) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)];
  return ends.map((word) => [...(word ?? "")].at(0)?.toLocaleUpperCase() ?? "").join("");
}

const sizes = {
  sm: "size-6 rounded-md text-2xs",
  md: "size-8 rounded-md text-xs",
  lg: "size-10 rounded-lg text-md",
};

/** Decoration beside a written name. */
export function Avatar({ name, size = "lg" }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 select-none place-items-center bg-accent-soft font-semibold text-accent",
        sizes[size],
      )}
    >
      {initials(name)}
    </span>
  );
}
