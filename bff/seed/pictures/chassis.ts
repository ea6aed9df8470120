import { shade } from './colour.ts';
import { fan, led, port, sheen } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

const GOLD = '#d9b45c';

function drawPsu(pen: Pen): void {
  const { random, finish, accent } = pen;
  pen.shadow(400, 640, 330, 38, 0.45);
  pen.path('M130 300L210 200H670L620 300Z', {
    fill: pen.linear('down', shade(finish, 0.3), shade(finish, 0.05)),
  });
  pen.path('M620 300L670 200V520L620 630Z', {
    fill: pen.linear('down', shade(finish, -0.25), shade(finish, -0.5)),
  });
  pen.rect(130, 300, 490, 330, { r: 6, fill: pen.linear('down', shade(finish, 0.08), shade(finish, -0.25)) });
  fan(pen, 330, 465, 146, random.pick([7, 9]));
  for (const ring of [146, 112, 78, 44])
    pen.circle(330, 465, ring, { stroke: '#0b0d10', width: 5, opacity: 0.85 });
  pen.path('M184 465h292M330 319v292', { stroke: '#0b0d10', width: 5, opacity: 0.85 });
  const rows = random.whole(3, 4);
  for (let row = 0; row < rows; row += 1) port(pen, 506, 330 + row * 52, random.chance(0.5) ? 90 : 62, 36, 4);
  pen.rect(506, 560, 92, 44, { r: 6, fill: accent });
  pen.path('M520 576h44M520 590h64', { stroke: '#fff', width: 5, opacity: 0.85 });
  pen.path('M240 220H640', { stroke: '#fff', width: 4, opacity: 0.3 });
}

/** Tower, glass side towards us. */
function drawCase(pen: Pen): void {
  const { random, finish, accent } = pen;
  const light = random.pick([accent, '#8a63e8', '#1ba3c6', '#e06497']);
  const front = random.chance(0.5);
  pen.shadow(400, 716, 290, 34, 0.5);
  pen.path('M560 96L650 130V690L560 712Z', {
    fill: pen.linear('right', shade(finish, -0.2), shade(finish, -0.5)),
  });
  if (front) {
    for (const y of [250, 400, 550]) {
      pen.ellipse(606, y, 30, 60, { fill: '#0b0d10' });
      pen.ellipse(606, y, 25, 52, { stroke: light, width: 5, opacity: 0.9 });
    }
  } else pen.path('M576 140L636 162V660L576 676Z', { fill: pen.dots(10, 3, '#0b0d10') });
  pen.block(160, 96, 404, 616, 14);
  pen.rect(182, 122, 360, 520, {
    r: 8,
    fill: pen.radial(0.4, 0.4, shade(light, -0.3), shade(light, -0.75), '#07080b'),
  });
  pen.rect(216, 150, 220, 330, { r: 6, fill: '#1a2029' });
  pen.rect(262, 196, 84, 84, { r: 42, fill: '#0c0e12', stroke: light, width: 6 });
  const sticks = random.pick([2, 4]);
  for (let stick = 0; stick < sticks; stick += 1) {
    pen.rect(372 + stick * 15, 180, 9, 120, { r: 3, fill: pen.linear('down', shade(light, 0.4), '#30363f') });
  }
  pen.rect(206, 362, 300, 62, { r: 8, fill: pen.linear('down', '#4a505a', '#1b1f25') });
  pen.path('M222 408h150', { stroke: light, width: 5 });
  for (const y of [200, 300]) pen.circle(494, y, 40, { fill: '#0b0d10', stroke: light, width: 4 });
  pen.rect(182, 566, 360, 76, { fill: '#14181e' });
  pen.path('M206 604h96', { stroke: '#fff', width: 5, opacity: 0.25 });
  sheen(pen, 182, 122, 360, 520, 8, 0.1);
  for (const [x, y] of [
    [192, 132],
    [532, 132],
    [192, 632],
    [532, 632],
  ] as const)
    pen.circle(x, y, 6, { fill: '#8d939c' });
  led(pen, 590, 124, 4, light);
  pen.path('M190 714h50M490 714h50', { stroke: '#17191d', width: 14 });
}

function drawSsd(pen: Pen): void {
  const shape = pen.random.pick(['stick', 'drive', 'portable']);
  const turn = Math.round(pen.random.between(-26, -10));
  pen.group({ lifted: true, transform: `rotate(${turn} 400 400)` }, () => {
    if (shape === 'stick') drawStick(pen);
    else if (shape === 'drive') drawDrive(pen);
    else drawPortable(pen);
  });
}

function drawStick(pen: Pen): void {
  const { random, accent } = pen;
  const board = random.pick(['#1c2a3c', '#173a30', '#22262d']);
  const chips = random.whole(2, 4);
  pen.rect(80, 318, 640, 164, { r: 8, fill: pen.linear('down', shade(board, 0.2), shade(board, -0.2)) });
  pen.path('M88 336v92M88 446v20', { stroke: GOLD, width: 18, dash: '0' });
  pen.circle(722, 400, 20, { fill: '#e6e9ee', stroke: GOLD, width: 6 });
  const width = 500 / chips;
  for (let chip = 0; chip < chips; chip += 1) {
    pen.block(132 + chip * (width + 12), 344, width - 8, 112, 6, '#23272d');
    pen.path(
      d`M${148 + chip * (width + 12)} 376h${width * 0.5}M${148 + chip * (width + 12)} 396h${width * 0.34}`,
      { stroke: '#6b7079', width: 5 },
    );
  }
  if (random.chance(0.6)) {
    pen.rect(124, 338, 420, 124, { r: 4, fill: pen.linear('right', '#16191e', '#2a2f37') });
    pen.path('M150 380h190', { stroke: '#fff', width: 16, opacity: 0.9 });
    pen.path('M150 420h120', { stroke: accent, width: 12 });
    pen.path('M420 462L490 338h54v124Z', { fill: accent, opacity: 0.85 });
  }
}

function drawDrive(pen: Pen): void {
  pen.block(170, 220, 460, 340, 18);
  pen.rect(194, 244, 412, 292, {
    r: 8,
    fill: pen.linear('diagonal', shade(pen.finish, -0.45), shade(pen.finish, -0.65)),
  });
  pen.path('M226 300h180', { stroke: '#fff', width: 18, opacity: 0.92 });
  pen.path('M226 344h110', { stroke: pen.accent, width: 12 });
  pen.path('M194 536L400 380h206v156Z', { fill: pen.accent, opacity: 0.85 });
  pen.path('M300 536L480 400h126v136Z', { fill: '#fff', opacity: 0.12 });
  for (const [x, y] of [
    [184, 234],
    [616, 234],
    [184, 546],
    [616, 546],
  ] as const)
    pen.circle(x, y, 5, { fill: '#0b0d10' });
  pen.rect(260, 556, 150, 12, { fill: GOLD });
}

function drawPortable(pen: Pen): void {
  const round = pen.random.between(26, 76);
  pen.block(210, 150, 380, 500, round);
  pen.rect(210, 150, 380, 500, { r: round, fill: pen.dots(14, 2, shade(pen.finish, -0.3)), opacity: 0.5 });
  pen.rect(236, 176, 328, 448, { r: round - 12, stroke: shade(pen.finish, 0.3), width: 3, opacity: 0.6 });
  pen.path('M300 250h120', { stroke: shade(pen.finish, 0.7), width: 16 });
  led(pen, 520, 590, 5);
  port(pen, 370, 636, 60, 14, 7);
  sheen(pen, 210, 150, 380, 500, round, 0.12);
}

function drawRam(pen: Pen): void {
  const { random, finish, accent } = pen;
  const lit = random.chance(0.55);
  const sticks = random.pick([1, 2]);
  pen.group({ lifted: true, transform: 'rotate(-16 400 400)' }, () => {
    for (let stick = 0; stick < sticks; stick += 1) {
      const y = sticks === 1 ? 300 : 190 + stick * 220;
      const x = 70 + stick * 34;
      pen.rect(x, y + 120, 626, 64, { r: 3, fill: '#14382d' });
      pen.path(d`M${x + 16} ${y + 172}h280M${x + 326} ${y + 172}h284`, {
        stroke: GOLD,
        width: 18,
        dash: '1 9',
      });
      if (lit)
        pen.rect(x + 20, y - 22, 586, 40, {
          r: 12,
          fill: pen.linear('right', accent, '#8a63e8', '#1ba3c6', shade(accent, 0.4)),
        });
      pen.path(d`M${x} ${y + 20}l30 -22h170l24 20h178l24 -20h170l30 22v118h-626z`, {
        fill: pen.linear('down', shade(finish, 0.25), finish, shade(finish, -0.4)),
      });
      pen.path(d`M${x + 50} ${y + 60}h130`, { stroke: '#fff', width: 14, opacity: 0.85 });
      pen.path(d`M${x + 50} ${y + 94}h80`, { stroke: accent, width: 10 });
      pen.path(d`M${x + 330} ${y + 136}l60 -96h40l-60 96zM${x + 410} ${y + 136}l60 -96h24l-60 96z`, {
        fill: shade(finish, 0.45),
        opacity: 0.55,
      });
    }
  });
}

export const chassis = {
  psu: { front: drawPsu, focus: [380, 460, 1.9], finishes: ['#25282d', '#4b4f57', '#e9ebee', '#2c3547'] },
  case: { front: drawCase, focus: [360, 330, 1.8], finishes: ['#25282d', '#4b4f57', '#e9ebee', '#c6cad1'] },
  ssd: { front: drawSsd, focus: [320, 370, 2], flat: true },
  ram: {
    front: drawRam,
    focus: [260, 400, 2],
    flat: true,
    finishes: ['#25282d', '#4b4f57', '#c6cad1', '#e9ebee', '#b4573f', '#33587a'],
  },
} satisfies Record<string, Drawing>;
