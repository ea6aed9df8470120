import { shade } from './colour.ts';
import { keys, led, port, sheen, wallpaper } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

const keyRows = [
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.6],
  [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2],
  [1.8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.9],
  [1, 1, 1.2, 5.4, 1.2, 1, 1],
];

/** Open, from the front and a little above. */
function drawLaptop(pen: Pen): void {
  const width = pen.random.between(500, 560);
  const height = width * pen.random.between(0.61, 0.67);
  const left = 400 - width / 2;
  const top = 590 - height - 20;
  const round = pen.random.between(12, 24);
  pen.shadow(400, 664, 370, 46, 0.5);
  pen.block(left, top, width, height + 14, round, shade(pen.finish, -0.15));
  pen.rect(left + 7, top + 7, width - 14, height - 6, { r: round - 5, fill: '#07090b' });
  const bezel = pen.random.between(15, 22);
  wallpaper(pen, left + bezel, top + bezel, width - 2 * bezel, height - bezel * 2 + 2, 6);
  pen.circle(400, top + bezel / 2 + 4, 3, { fill: '#2b3550' });
  drawDock(pen, 400, top + height - bezel - 20);
  const deck = 586;
  pen.path(d`M${left + 2} ${deck}H${left + width - 2}L${left + width + 62} 650H${left - 62}Z`, {
    fill: pen.linear('down', shade(pen.finish, -0.05), shade(pen.finish, 0.2)),
  });
  drawDeckKeys(pen, left, width, deck);
  pen.path(d`M${left - 62} 650H${left + width + 62}v4q-4 14-28 14H${left - 34}q-24 0-28-14Z`, {
    fill: pen.linear('down', shade(pen.finish, 0.35), shade(pen.finish, -0.3)),
  });
  pen.path(d`M${400 - 48} 650h96q-4 9-16 9h-64q-12 0-16-9Z`, { fill: shade(pen.finish, -0.4), opacity: 0.7 });
}

function drawDeckKeys(pen: Pen, left: number, width: number, deck: number): void {
  const dark = shade(pen.finish, -0.62);
  for (let row = 0; row < 4; row += 1) {
    const spread = 14 + row * 9;
    const from = left - spread + 44;
    const to = left + width + spread - 44;
    pen.path(d`M${from} ${deck + 9 + row * 9}H${to}`, { stroke: dark, width: 6.5, dash: `${20 + row} 7.5` });
  }
  pen.path(d`M${400 - 74} ${deck + 46}h148l6 13h-160z`, { fill: shade(pen.finish, -0.12) });
}

function drawDock(pen: Pen, x: number, y: number): void {
  const icons = ['#fff', pen.accent, '#f0a13a', '#2ba57f', '#e0584b'].slice(0, pen.random.whole(3, 5));
  const width = icons.length * 24 + 8;
  pen.rect(x - width / 2, y - 8, width, 24, { r: 8, fill: '#fff', opacity: 0.28 });
  for (const [index, colour] of icons.entries()) {
    pen.rect(x - width / 2 + 8 + index * 24, y - 4, 16, 16, { r: 5, fill: colour });
  }
}

/** From above: the keyboard deck and the touchpad. */
function drawLaptopDeck(pen: Pen): void {
  pen.group({ lifted: true, transform: 'rotate(-14 400 400)' }, () => {
    pen.block(90, 190, 620, 430, 30);
    pen.rect(124, 222, 552, 214, { r: 14, fill: shade(pen.finish, -0.28) });
    keys(pen, { x: 128, y: 226, w: 544, h: 206, gap: 7 }, keyRows, shade(pen.finish, -0.72));
    pen.rect(286, 456, 228, 142, {
      r: 14,
      fill: pen.linear('down', shade(pen.finish, -0.05), shade(pen.finish, 0.12)),
    });
    pen.rect(286, 456, 228, 142, { r: 14, stroke: shade(pen.finish, -0.25), width: 2 });
    sheen(pen, 90, 190, 620, 430, 30, 0.07);
  });
}

function drawMonitor(pen: Pen): void {
  const wide = pen.random.chance(0.35);
  const width = wide ? 680 : pen.random.between(590, 630);
  const height = wide ? 300 : width * 0.58;
  const left = 400 - width / 2;
  const top = 600 - height - pen.random.between(40, 70);
  const foot = pen.random.pick(['round', 'flat', 'legs']);
  pen.shadow(400, 690, 260, 34, 0.45);
  pen.rect(378, top + height - 20, 44, 680 - top - height, {
    fill: pen.linear('right', shade(pen.finish, -0.25), shade(pen.finish, 0.25), shade(pen.finish, -0.3)),
  });
  if (foot === 'round') {
    pen.ellipse(400, 684, 130, 17, { fill: shade(pen.finish, -0.35) });
    pen.ellipse(400, 678, 130, 16, {
      fill: pen.linear('right', shade(pen.finish, 0.05), shade(pen.finish, 0.3), pen.finish),
    });
  } else if (foot === 'flat') {
    pen.block(275, 672, 250, 16, 8);
  } else {
    pen.path('M400 655L270 686M400 655L530 686', { stroke: shade(pen.finish, -0.1), width: 15 });
  }
  pen.block(left, top, width, height, 14, shade(pen.finish, -0.3));
  pen.rect(left + 5, top + 5, width - 10, height - 10, { r: 10, fill: '#08090b' });
  wallpaper(pen, left + 12, top + 12, width - 24, height - 34, 4);
  led(pen, left + width - 34, top + height - 13, 2.5);
}

function drawMonitorBack(pen: Pen): void {
  pen.shadow(400, 690, 260, 34, 0.45);
  pen.block(375, 480, 50, 200, 8, shade(pen.finish, -0.12));
  pen.block(270, 672, 260, 16, 8);
  pen.block(100, 150, 600, 360, 18);
  pen.rect(260, 240, 280, 190, {
    r: 20,
    fill: pen.linear('down', shade(pen.finish, -0.12), shade(pen.finish, 0.08)),
  });
  pen.rect(345, 285, 110, 100, { r: 12, fill: shade(pen.finish, -0.3) });
  for (let index = 0; index < 5; index += 1) port(pen, 285 + index * 48, 446, 34, 16, 4);
  pen.rect(130, 180, 540, 26, { fill: pen.dots(10, 2, shade(pen.finish, -0.4)) });
  sheen(pen, 100, 150, 600, 360, 18, 0.08);
}

function drawTv(pen: Pen): void {
  const width = pen.random.between(680, 720);
  const height = width * 0.565;
  const left = 400 - width / 2;
  const top = 190;
  const legs = pen.random.chance(0.5);
  pen.shadow(400, top + height + 62, 350, 30, 0.42);
  if (legs) {
    for (const x of [left + 120, left + width - 120]) {
      pen.path(d`M${x} ${top + height}l-34 54M${x} ${top + height}l34 54`, { stroke: '#2b2f36', width: 10 });
    }
  } else {
    pen.block(380, top + height - 4, 40, 46, 4, '#3a3f47');
    pen.block(270, top + height + 40, 260, 16, 8, '#3a3f47');
  }
  pen.rect(left, top, width, height, { r: 8, fill: '#0a0b0e' });
  wallpaper(pen, left + 7, top + 7, width - 14, height - 22, 4);
  pen.rect(left, top + height - 13, width, 13, {
    r: 6,
    fill: pen.linear('right', '#3b4048', shade(pen.finish, 0.1), '#3b4048'),
  });
  led(pen, 400, top + height - 6, 2);
}

export const computers = {
  laptop: { front: drawLaptop, other: drawLaptopDeck, focus: [520, 590, 2.2] },
  monitor: { front: drawMonitor, other: drawMonitorBack, focus: [560, 480, 1.9] },
  tv: { front: drawTv, focus: [600, 560, 1.9] },
} satisfies Record<string, Drawing>;
