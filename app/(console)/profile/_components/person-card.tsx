import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { Profile } from "@/lib/users/preferences";
import { texts, textsOf } from "../../../_edges/texts";

const t = textsOf("profile");

/** What others keep of the person: to be read here. */
export function PersonCard({ profile }: { profile: Profile }) {
  return (
    <Card>
      <CardHeader className="mb-3" title={t("person")} subtitle={t("by-administrator")} />
      <Facts
        items={[
          { label: t("name"), value: profile.name },
          { label: t("username"), value: profile.username },
          { label: t("email"), value: profile.email ?? t("none") },
          { label: t("team"), value: profile.team },
          { label: t("roles"), value: profile.roles.map((role) => texts(`role.${role}`)).join(", ") },
          { label: t("supervises"), value: profile.supervises.join(", ") || t("none") },
        ]}
      />
    </Card>
  );
}
