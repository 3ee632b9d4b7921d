import type { Random } from "./random";

/** Given and family names that go together. */
const peoples: { given: string; family: string }[] = [
  {
    given: "Hanna Lukas Jürgen Katrin Björn Annika Matthias Svenja Uwe Friederike Jonas Greta",
    family: "Krüger Schäfer Weiß Neumann Böhm Vogt Lindner Pfeiffer Großmann Hartwig Seidel Jäger",
  },
  {
    given: "Emre Elif Mehmet Ayşe Can Zeynep Burak Derya Şule Kaan Gülşen Onur",
    family: "Yılmaz Demir Şahin Çelik Kaya Öztürk Aydın Arslan Doğan Koç Erdoğmuş Ünal",
  },
  {
    given: "Rafael Beatriz João Inês Tiago Mariana Gonçalo Luísa Duarte Catarina Nuno Sofia",
    family:
      "Ferreira Carvalho Simões Magalhães Conceição Teixeira Rocha Lourenço Brandão Mendes Pires Falcão",
  },
  {
    given: "María Javier Lucía Álvaro Carmen Iñaki Noelia Sergio Begoña Hugo Ximena Andrés",
    family: "Ortiz Núñez Ibáñez Castaño Peña Vidal Quiroga Serrano Muñoz Ríos Belmonte Zúñiga",
  },
  {
    given: "Agnieszka Paweł Małgorzata Łukasz Zofia Michał Katarzyna Wojciech Joanna Stanisław Ewa Grzegorz",
    family:
      "Wiśniewska Kowalczyk Wójcik Zieliński Pawłowska Dąbrowski Król Jabłoński Sikora Górska Żak Łuczak",
  },
  {
    given: "Linh Minh Thảo Đức Hương Tuấn Mai Khánh Phương Long Ngọc Sơn",
    family: "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Dương Lý",
  },
  {
    given: "Amina Youssef Leïla Karim Samira Tarek Nour Hicham Rania Bilal Salma Omar",
    family: "Haddad Benali Mansour Khalil Bouzid Saïdi Rahmani Aziz Nasser Chaouch Farouk Amrani",
  },
  {
    given: "Priya Arjun Ananya Rohan Kavya Vikram Meera Sanjay Divya Rahul Lakshmi Aditya",
    family: "Sharma Iyer Patel Reddy Banerjee Kulkarni Nair Chatterjee Desai Menon Bhatt Venkataraman",
  },
  {
    given: "Chinedu Adaeze Tunde Ngozi Femi Amara Kelechi Yewande Obinna Folake Ifeoma Segun",
    family: "Okafor Adeyemi Eze Balogun Nwosu Ogunleye Okonkwo Abiola Chukwu Adebayo Uche Olawale",
  },
  {
    given: "Camille Étienne Océane Julien Maëlle Benoît Chloé François Anaïs Loïc Hélène Rémi",
    family: "Lefèvre Dubois Garnier Béranger Chevalier Moreau Desprès Faure Guérin Roussel Thévenet Marchand",
  },
  {
    given: "Grace Tyler Destiny Marcus Brianna Caleb Shanice Logan Madison Trevon Hailey Wyatt",
    family:
      "Johnson Washington Miller O’Brien Sullivan Jackson Freeman Bennett Coleman McAllister Rivera Brooks",
  },
  {
    given: "Saoirse Ciarán Niamh Oisín Siobhán Declan Aoife Eoin Róisín Cathal Gráinne Fionn",
    family: "Kelly Gallagher Ó’Súilleabháin Doyle Brennan Byrne Walsh Madigan Nolan Keane Quinn Flanagan",
  },
  {
    given: "Yuki Haruto Sakura Ren Aiko Kenji Hina Daichi Mei Takumi Emi Sora",
    family: "Tanaka Suzuki Watanabe Kobayashi Yamamoto Ito Nakamura Sasaki Fujita Mori Hayashi Ogawa",
  },
  {
    given: "Åsa Bjørn Sølvi Mikael Linnéa Jørgen Astrid Håkan Freja Søren Ingrid Øystein",
    family: "Lindström Bergqvist Nygård Sørensen Håkansson Dahl Østergaard Ekström Lund Ågren Holm Sjöberg",
  },
];

/** Written in the script of their own, with the username that they were given. */
const inOtherScripts: [name: string, username: string][] = [
  ["Олена Шевченко", "olena.shevchenko"],
  ["林 美玲", "meiling.lin"],
  ["Αλέξανδρος Παπαδόπουλος", "alexandros.papadopoulos"],
  ["أمينة الحداد", "amina.alhaddad"],
  ["김 서연", "seoyeon.kim"],
  ["Дмитрий Соколов", "dmitri.sokolov"],
];

/** Letters that do not fall apart into a plain one and its mark. */
const plainOf: Record<string, string> = { ß: "ss", ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae" };

/** Draws people's names and usernames, each username once. */
export function drawNames(random: Random) {
  const taken = new Set<string>();
  const special = [...inOtherScripts];

  function unique(wanted: string): string {
    let username = wanted;
    for (let count = 2; taken.has(username); count++) username = `${wanted}${count}`;
    taken.add(username);
    return username;
  }

  return {
    next(): { name: string; username: string } {
      const other = random.chance(0.03) ? special.pop() : undefined;
      if (other) return { name: other[0], username: unique(other[1]) };
      const { given, family } = random.pick(peoples);
      const [first, last] = [random.pick(given.split(" ")), random.pick(family.split(" "))];
      // The name is there already: one of the two has a second family name.
      const twice = taken.has(usernameOf(first, last));
      const others = peoples.flatMap((people) => people.family.split(" ")).filter((one) => one !== last);
      const name = twice ? `${first} ${last}-${random.pick(others)}` : `${first} ${last}`;
      return { name, username: unique(usernameOf(first, name.slice(first.length + 1))) };
    },
    keep: unique,
  };
}
export type Names = ReturnType<typeof drawNames>;

/** `Łukasz Wójcik` is `lukasz.wojcik`. */
function usernameOf(given: string, family: string): string {
  return `${given}.${family}`
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[ßłøđıæ]/g, (letter) => plainOf[letter] ?? letter)
    .replaceAll(/[^a-z0-9.-]/g, "");
}
