// How French says what few offers need, folded under « Plus » in the editor.

export const frEditorMore = {
  pattern: {
    summary: 'Plus : durée des trajets, correspondances',
    durationFactor: 'Durée du trajet, en % de celle en voiture',
    durationFactorHint: '130 : un trajet de 20 minutes en voiture est compté 26 minutes.',
    durationOffset: 'Et en plus, en minutes',
    durationOffsetHint: 'Pour les détours et les montées.',
    margin: 'Marge, en minutes',
    marginHint:
      'Entre votre arrivée et le train ou le car. Pour un véhicule loué : les papiers et les clés.',
  },
  opening: {
    summary: 'Plus : l’ouverture des réservations',
    atHour: 'À quelle heure ouvrent-elles ce jour-là ?',
    atHourHint: 'Sans heure : dès minuit.',
    businessDays: 'Compter en jours ouvrés jusqu’à l’ouverture',
  },
  line: {
    summary: 'Plus : des jours à part',
    legend: 'Jours où les heures sont autres',
    nobody: 'Personne ne répond ce jour-là.',
    day: 'Un jour à part',
    add: 'Ajouter ce jour',
  },
};
