import { z } from "zod";
import { Content } from "@/lib/layouts/content";
import type { ListedLayout } from "@/lib/layouts/queries";
import { Audience } from "@/lib/layouts/schema";

export const Layout = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    revision: z.int(),
    audience: Audience,
    owner: z.string().nullable(),
    mine: z.boolean(),
    content: Content,
    gone: z.array(z.string()),
  })
  .meta({ id: "Layout" });

export const layoutJson = ({
  id,
  name,
  revision,
  audience,
  owner,
  mine,
  content,
  gone,
}: ListedLayout): z.input<typeof Layout> => ({ id, name, revision, audience, owner, mine, content, gone });
