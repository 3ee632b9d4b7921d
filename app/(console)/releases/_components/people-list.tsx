"use client";

import { useDeferredValue, useState } from "react";
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
  const find = t(people.some(({ app }) => app !== "") ? "find" : "find-people");
  const [typed, setTyped] = useState("");
  const [most, setMost] = useState(atOnce);
  const sought = useDeferredValue(typed).trim();
  const found =
    sought === ""
      ? people
      : people.filter(({ name, username, team, app, device }) =>
          isFound(`${name} ${username} ${team} ${app} ${device}`, sought),
        );

  return (
    <>
      {people.length > fewToRead && (
        <Input
          type="search"
          aria-label={find}
          placeholder={find}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setMost(atOnce);
          }}
          className="mb-3"
        />
      )}
      <ul aria-label={title} className="-my-2 divide-y divide-line">
        {found.slice(0, most).map((person, place) => (
          // Whoever asks for more goes on where these begin.
          <Person key={person.id} person={person} now={now} focused={place > 0 && place === most - atOnce} />
        ))}
      </ul>
      <p role="status" className={found.length > 0 ? "sr-only" : "text-ink-2"}>
        {sought !== "" && t("found", { count: found.length })}
      </p>
      {found.length > most && (
        <Button className="mt-4 w-full" onClick={() => setMost(most + atOnce)}>
          {t("more", { count: found.length - most })}
        </Button>
      )}
    </>
  );
}

type PersonProps = { person: ListedPerson; now: string; focused: boolean };

function Person({ person: { now: theirs, ...person }, now, focused }: PersonProps) {
  const t = useTranslations("release.people");
  return (
    <li className="flex items-start justify-between gap-4 py-2">
      <div className="min-w-0">
        <Link
          href={`/users/${encodeURIComponent(person.username)}/login-info`}
          className="font-medium hover:underline"
          autoFocus={focused}
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
