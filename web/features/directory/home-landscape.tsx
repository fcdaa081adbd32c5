// The quiet drawing of the first page: a house, a road through the vines, a village and its tower.

export function HomeLandscape() {
  return (
    <svg class="landscape" viewBox="0 0 600 200" aria-hidden="true">
      <g class="landscape-line">
        <path d="M0 150c64-26 122-34 190-26 62 8 104 3 158-18 76-29 140-36 252-27" />
        <path d="M410 101V77l18-14 18 14v23M446 78h20V43l10-18 10 18v49M486 66l19-14 20 14v23M525 74l15-11 16 11v15" />
        <path d="M471 56h10M423 100V86h10v14M498 74h9M535 79h8" />
        <path d="M369 110c-7-22-5-40 2-55 7 15 9 33 2 54M386 106c-6-18-4-33 2-46 6 13 8 28 2 44" />
        <path d="M34 139v-31l30-24 30 24v23M24 117l40-32 40 32M57 135v-19h14v16M84 100V79h9v28" />
        <path d="M580 79c-10-3-10-19 0-26 10 7 10 23 0 26zM580 62v18" />
        <path
          class="landscape-vine"
          d="M196 196c14-10 30-28 38-50M224 196c14-11 28-28 34-49M252 196c12-12 22-28 28-48M280 196c10-12 18-28 22-48M308 196c8-13 12-27 16-46M336 196c4-14 8-30 10-49M364 196c2-16 4-34 4-54M392 196c-1-18-2-38-4-60M420 196c-4-18-8-40-12-63M448 196c-6-20-14-42-18-65M476 196c-8-20-18-42-24-67M504 196c-10-20-20-44-28-70M532 196c-10-20-22-46-30-72M560 196c-12-22-24-46-32-74M588 196c-12-22-24-48-32-76"
        />
        <path
          class="landscape-road"
          d="M64 137c10 30 60 46 120 22 52-20 70-30 132-32 50-2 80-10 112-24"
        />
      </g>
      <circle class="landscape-end" cx="64" cy="136" r="6.5" />
      <circle class="landscape-end" cx="428" cy="102" r="6.5" />
    </svg>
  );
}
