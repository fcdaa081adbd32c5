// The quiet drawing of the first page: a house, a road through the vines, a village and its tower.

export function HomeLandscape() {
  return (
    <svg
      class="landscape"
      viewBox="0 0 560 190"
      aria-hidden="true"
      preserveAspectRatio="xMaxYMax meet"
    >
      <g class="landscape-line">
        <path d="M0 150c60-22 120-30 190-22 60 7 100 2 150-16 70-26 130-34 220-26" />
        <path d="M392 99V74l17-13 17 13v20M426 90V66h20v-26l9-16 9 16v46M464 84V62l18-13 18 13v22M500 84V70l14-10 14 10v16" />
        <path d="M451 50h8M451 60h8M403 84h8v12M475 72h8M512 76h6" />
        <path d="M352 108c-6-20-4-36 2-50 6 14 8 30 2 48M368 103c-5-16-3-30 2-42 5 12 7 26 2 40" />
        <path d="M40 148v-32l28-22 28 22v20M30 122l38-30 38 30M60 144v-18h14v15M88 92v-14h-10v6" />
        <path
          class="landscape-road"
          d="M68 148c20 24 84 30 138 18 60-14 66-34 130-40 40-4 70-14 90-30"
        />
        <path d="M132 176c20-10 34-24 40-42M176 182c18-12 30-28 34-48M222 182c14-14 24-28 26-46M330 186c-6-18-6-30 2-46M380 182c-8-20-10-34-4-52M432 178c-12-20-16-38-12-56M482 172c-14-20-20-38-18-58M528 166c-14-20-22-38-22-56" />
      </g>
      <g class="landscape-dot">
        <circle cx="151" cy="161" r="3.500" />
        <circle cx="189" cy="166" r="3.500" />
        <circle cx="235" cy="162" r="3.500" />
        <circle cx="345" cy="162" r="3.500" />
        <circle cx="390" cy="158" r="3.500" />
        <circle cx="441" cy="156" r="3.500" />
        <circle cx="490" cy="150" r="3.500" />
        <circle cx="420" cy="97" r="6" />
        <circle cx="68" cy="148" r="6" />
      </g>
    </svg>
  );
}
