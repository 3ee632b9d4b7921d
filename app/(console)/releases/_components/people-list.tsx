"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { isFound } from "@/lib/text";
import { MomentBeside } from "../../_components/moment";
import type { ListedPerson } from "./listed-people";

// As many as somebody reads through; the others are found by typing, or further down.
const atOnce = 100;
const fewToRead = 10;

type Props = { title: string; people: readonly ListedPerson[]; now: string };

/** All of them, some at a time; many are searched by typing. */
export function PeopleList({ title, people, now }: Props) {
  const t = useTranslations("release.people");
  const [typed, setTyped] = useState("");
  const [most, setMost] = useState(atOnce);
  const found =
    typed.trim() === ""
      ? people
      : people.filter(({ name, username, team, app, device }) =>
          isFound(`${name} ${username} ${team} ${app} ${device}`, typed.trim()),
        );

  return (
    <>
      {people.length > fewToRead && (
        <Input
          type="search"
          aria-label={t("find")}
          placeholder={t("find")}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setMost(atOnce);
          }}
          className="mb-3"
        />
      )}
      <ul aria-label={title} className="-my-2 divide-y divide-line">
        {found.slice(0, most).map((person) => (
          <Person key={person.id} person={person} now={now} />
        ))}
      </ul>
      {found.length === 0 && people.length > 0 && <p className="text-ink-2">{t("nobody")}</p>}
      {found.length > most && (
        <Button className="mt-4 w-full" onClick={() => setMost(most + atOnce)}>
          {t("more", { count: found.length - most })}
        </Button>
      )}
    </>
  );
}

function Person({ person: { now: theirs, ...person }, now }: { person: ListedPerson; now: string }) {
  const t = useTranslations("release.people");
  return (
    <li className="flex items-start justify-between gap-4 py-2">
      <div className="min-w-0">
        <Link
          href={`/users/${encodeURIComponent(person.username)}/login-info`}
          className="font-medium hover:underline"
        >
          {person.name}
        </Link>
        <p className="text-ink-2 text-xs">
          {person.username} · {person.team}
        </p>
      </div>
      <div className="max-w-[58%] shrink-0 text-right">
        <p className="num">{person.app}</p>
        <p className="text-ink-2 text-xs">
          {person.device}
          {theirs?.signOutAt ? (
            <>
              {" · "}
              {t(theirs.onInteraction ? "out-after" : "out-at")}{" "}
              <MomentBeside at={theirs.signOutAt} now={now} />
            </>
          ) : (
            theirs?.signedIn === false && ` · ${t("signed-out")}`
          )}
        </p>
      </div>
    </li>
  );
}
