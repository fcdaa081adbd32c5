// Which words does everybody try first? Written by hand: what French speakers, and the English they
// borrow, put in passwords. In lower case, without accents; shorter ones would be found in any sentence.

const HABITS = `administrateur administrator admin association bienvenue bonjour changeme connexion letmein
  mairie motdepasse nouveau passe passw password secret utilisateur welcome azerty qwerty`;

const FONDNESS = `amour bisous cheval cherie chocolat chouchou coucou doudou famille iloveyou jetaime liberte
  loulou maison maman minou moncoeur papillon poupette princesse princess soleil sunshine tresor vacances`;

const GAMES = `baseball basket batman champion dragon football handball marseille master monkey naruto olympique
  pokemon rugby shadow starwars superman toulouse bordeaux saintetienne`;

const CALENDAR = `janvier fevrier juillet septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi
  samedi dimanche printemps automne france bretagne charente`;

const FIRST_NAMES = `alexandra alexandre alexis amandine anthony antoine arnaud aurelie baptiste benjamin bernard
  brigitte camille caroline catherine cedric celine charlotte christelle christian christine christophe clement
  corinne daniel david delphine dominique elodie emilie emmanuel fabien fabrice florence florian francois
  francoise frederic gerard guillaume isabelle jacqueline jeremy jerome jessica jonathan julien juliette karine
  kevin laetitia laura laurence laurent ludovic marine marion martine mathieu mathilde maxime melanie michael
  michel mickael monique nathalie nicolas nicole olivier pascal patricia patrick pauline philippe pierre quentin
  romain sabrina sandrine sebastien sophie stephane stephanie sylvie thierry thomas valentin valerie vanessa
  veronique vincent virginie yannick`;

export const COMMON_WORDS: readonly string[] = [HABITS, FONDNESS, GAMES, CALENDAR, FIRST_NAMES]
  .join(' ')
  .split(/\s+/);
