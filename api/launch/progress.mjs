// One line when a step begins, one when it ends, with its seconds.

const STEPS = {
  install: [1, 'Installation des paquets', 'Paquets installés', 'Paquets déjà installés'],
  web: [2, 'Construction des pages', 'Pages construites', 'Pages déjà construites'],
  database: [3, 'Ouverture de la base de données', 'Base de données ouverte'],
  demo: [4, 'Chargement du territoire', 'Territoire chargé', 'Territoire déjà chargé'],
  serve: [5, 'Mise en service', 'En service'],
};

export function createProgress(write = (line) => console.log(line)) {
  const startedAt = new Map();
  const count = Object.keys(STEPS).length;
  return {
    start(step) {
      const [rank, doing] = STEPS[step];
      startedAt.set(step, performance.now());
      write(`${rank}/${count} ${doing}…`);
    },
    /** `changed` false: there was nothing to do. */
    done(step, changed = true) {
      const [rank, , done, already] = STEPS[step];
      const seconds = (performance.now() - (startedAt.get(step) ?? performance.now())) / 1000;
      const text = changed || already === undefined ? done : already;
      write(`${rank}/${count} ${text} (${seconds.toFixed(1).replace('.', ',')} s)`);
    },
  };
}
