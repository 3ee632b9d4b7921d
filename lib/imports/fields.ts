/** What a column of the file may be. `firstName` and `lastName` together make a name. */
export const fields = [
  "username",
  "name",
  "firstName",
  "lastName",
  "email",
  "team",
  "roles",
  "supervises",
  "personnelNumber",
  "password",
] as const;
export type Field = (typeof fields)[number];

/** By position in the file: which field each column is; null for one that is left out. */
export type Mapping = readonly (Field | null)[];

/** How headers name the fields in the files that people have, without case, accents, spaces and signs. */
const words: Record<Field, readonly string[]> = {
  username: [
    "username",
    "user",
    "userid",
    "login",
    "loginname",
    "loginid",
    "account",
    "benutzername",
    "benutzer",
    "anmeldename",
    "benutzerkennung",
    "kennung",
    "nomutilisateur",
    "identifiant",
    "usuario",
    "nombredeusuario",
    "gebruikersnaam",
  ],
  name: [
    "name",
    "fullname",
    "displayname",
    "vollername",
    "anzeigename",
    "vorundnachname",
    "nomcomplet",
    "nombrecompleto",
  ],
  firstName: ["firstname", "givenname", "forename", "vorname", "rufname", "prenom", "nombre", "voornaam"],
  lastName: [
    "lastname",
    "surname",
    "familyname",
    "nachname",
    "familienname",
    "nom",
    "nomdefamille",
    "apellido",
    "apellidos",
    "achternaam",
  ],
  email: [
    "email",
    "mail",
    "emailaddress",
    "mailadresse",
    "emailadresse",
    "courriel",
    "adressemail",
    "correo",
    "correoelectronico",
  ],
  team: [
    "team",
    "teamname",
    "group",
    "department",
    "gruppe",
    "abteilung",
    "mannschaft",
    "equipe",
    "equipo",
    "afdeling",
  ],
  roles: ["roles", "role", "rolle", "rollen", "rol", "profile", "profil"],
  supervises: [
    "supervises",
    "supervisesteams",
    "supervisorof",
    "leads",
    "leitet",
    "fuhrt",
    "supervisedteams",
    "betreut",
  ],
  personnelNumber: [
    "personnelnumber",
    "personnelno",
    "employeenumber",
    "employeeno",
    "employeeid",
    "externalid",
    "staffnumber",
    "payrollnumber",
    "personalnummer",
    "personalnr",
    "persnr",
    "mitarbeiternummer",
    "matricule",
  ],
  password: ["password", "initialpassword", "passwort", "kennwort", "motdepasse", "contrasena", "wachtwoord"],
};

/** What each header most likely is; a field that two headers claim goes to the first. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<Field>();
  return header.map((text) => {
    const word = text
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll("ß", "ss")
      .replaceAll(/[^\p{L}\p{N}]/gu, "");
    const field = fields.find((field) => words[field].includes(word));
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** What keeps a mapping from being used at all; null for one that can be checked line by line. */
export function mappingFault(mapping: Mapping): "no-username" | "two-names" | "twice" | null {
  const used = mapping.filter((field) => field !== null);
  if (new Set(used).size < used.length) return "twice";
  if (!used.includes("username")) return "no-username";
  if (used.includes("name") && (used.includes("firstName") || used.includes("lastName"))) return "two-names";
  return null;
}
