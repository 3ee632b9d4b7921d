import type { Metadata } from "next";
import { z } from "zod";
import { can } from "@/lib/auth/actor";
import { teamNames } from "@/lib/teams/queries";
import { Channel } from "@/prisma/generated/enums";
import { pageSession } from "../../../_edges/actor";
import { textsOf } from "../../../_edges/texts";
import { blank } from "../_components/draft";
import { Editor } from "../_components/editor";

const t = textsOf("releases");

export const metadata: Metadata = { title: t("new") };

const Query = z.object({ channel: z.enum(Channel).default("ios") }).catch({ channel: "ios" });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewReleasePage({ searchParams }: Props) {
  const { actor, timeZone } = await pageSession("releases:write");
  const { channel } = Query.parse(await searchParams);
  return (
    <Editor
      key={channel}
      id={null}
      revision={0}
      status="draft"
      initial={blank(channel)}
      others={{}}
      teams={await teamNames(actor)}
      timeZone={timeZone}
      publishes={can(actor, "releases:publish")}
      asks={null}
    />
  );
}
