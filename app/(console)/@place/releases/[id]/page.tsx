import { pageSession } from "@/app/_edges/actor";
import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";
import { readRelease } from "@/app/(console)/releases/_components/read-release";
import { versionLabel } from "@/lib/versions/label";

const t = textsOf("menu");
const channelName = textsOf("release.channel");

type Props = { params: Promise<{ id: string }> };

export default async function ReleasePlace({ params }: Props) {
  const { actor } = await pageSession("releases:read");
  const release = await readRelease(actor, (await params).id);
  return (
    <Place
      crumbs={[
        { label: t("releases"), href: "/releases" },
        ...(release
          ? [
              { label: channelName(release.channel), href: `/releases?channel=${release.channel}` },
              { label: versionLabel(release.version, release.build) },
            ]
          : []),
      ]}
    />
  );
}
