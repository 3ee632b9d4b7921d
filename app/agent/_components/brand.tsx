import { useTranslations } from "use-intl";

export function Brand() {
  const brand = useTranslations("agent")("brand");
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold text-lg">
      <span
        aria-hidden
        className="grid size-6 place-items-center rounded-md bg-accent font-bold text-accent-ink text-xs"
      >
        {brand.slice(0, 1)}
      </span>
      {brand}
    </span>
  );
}
