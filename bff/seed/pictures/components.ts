import { shade } from './colour.ts';
import { fan, led, port, sheen } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

const GOLD = '#d9b45c';

function drawCpu(pen: Pen): void {
  const { random } = pen;
  const board = random.pick(['#1f5a48', '#25486e', '#28303a', '#3a3f47']);
  const lid = random.between(250, 300);
  pen.group({ lifted: true, transform: `rotate(${Math.round(random.between(-20, 20))} 400 400)` }, () => {
    pen.rect(190, 190, 420, 420, {
      r: 14,
      fill: pen.linear('diagonal', shade(board, 0.18), board, shade(board, -0.3)),
    });
    pen.rect(204, 204, 392, 392, { r: 8, stroke: GOLD, width: 5, dash: '3 9', opacity: 0.75 });
    for (let part = 0; part < 18; part += 1) {
      const along = 226 + part * 19.5;
      pen.rect(along, part % 2 ? 216 : 572, 12, 9, { fill: part % 3 ? '#b9a27a' : '#d7d9dc' });
    }
    pen.path('M190 214L214 190', { stroke: GOLD, width: 7 });
    const from = 400 - lid / 2;
    pen.path(
      d`M${from + 30} ${from}h${lid - 60}v26h30v${lid - 52}h-30v26h${60 - lid}v-26h-30v${52 - lid}h30z`,
      {
        fill: pen.linear('diagonal', '#f4f5f6', '#b4b9c1', '#e6e8eb', '#979da7'),
        stroke: '#8d939c',
        width: 3,
      },
    );
    pen.rect(from + 44, 356, 96, 20, { r: 3, fill: '#5d636d' });
    pen.path(d`M${from + 46} 398h150M${from + 46} 420h112M${from + 46} 442h132`, {
      stroke: '#868c96',
      width: 6,
    });
    pen.rect(from + lid - 74, 420, 34, 34, { r: 4, fill: pen.accent, opacity: 0.9 });
    sheen(pen, from, from, lid, lid, 10, 0.4);
  });
}

function drawGpu(pen: Pen): void {
  const { random, finish, accent } = pen;
  const fans = random.whole(1, 3);
  const width = [430, 570, 646][fans - 1] ?? 590;
  const left = 410 - width / 2;
  const radius = Math.min(128, width / fans / 2 - 16);
  pen.group({ lifted: true, transform: `rotate(${Math.round(random.between(-14, -5))} 400 400)` }, () => {
    pen.rect(left - 22, 240, 18, 340, { r: 4, fill: pen.linear('right', '#8d939c', '#e6e8eb', '#a4a9b1') });
    for (let row = 0; row < 3; row += 1) port(pen, left - 20, 300 + row * 78, 13, 50, 3);
    pen.rect(left + 60, 530, width * 0.5, 30, { fill: '#1d4a3c' });
    pen.path(d`M${left + 66} 550h${width * 0.48}`, { stroke: GOLD, width: 20, dash: '5 5' });
    pen.rect(left + 8, 258, width - 16, 280, { r: 12, fill: '#15181c' });
    pen.path(d`M${left + 18} 398h${width - 36}`, { stroke: '#3a3f47', width: 268, dash: '4 8', cap: 'butt' });
    const cut = random.between(20, 46);
    pen.path(
      d`M${left} ${250 + cut}l${cut} ${-cut}h${width - 2 * cut}l${cut} ${cut}v${290 - 2 * cut}l${-cut} ${cut}h${2 * cut - width}l${-cut} ${-cut}Z`,
      {
        fill: pen.linear('down', shade(finish, 0.2), finish, shade(finish, -0.4)),
      },
    );
    pen.path(d`M${left + cut} 252h${width - 2 * cut}`, { stroke: '#fff', width: 3, opacity: 0.45 });
    for (let index = 0; index < fans; index += 1) {
      fan(pen, left + (width / fans) * (index + 0.5), 395, radius, random.pick([7, 9, 11]) - 0);
    }
    pen.path(d`M${left + cut + 10} 530h${width * 0.3}`, { stroke: accent, width: 7 });
    pen.rect(left + width - 150, 232, 84, 22, { r: 4, fill: '#0b0d10' });
  });
}

function drawMotherboard(pen: Pen): void {
  const { random, accent } = pen;
  const board = random.pick(['#20262e', '#1b2a3a', '#173a30', '#2b2430']);
  const metal = random.pick(['#5b616b', '#3a3f47', '#b4b9c1', '#7d838c']);
  const slots = random.whole(2, 4);
  pen.group({ lifted: true, transform: 'rotate(-6 400 400)' }, () => {
    pen.rect(130, 90, 540, 620, {
      r: 10,
      fill: pen.linear('diagonal', shade(board, 0.14), board, shade(board, -0.3)),
    });
    for (let trace = 0; trace < 7; trace += 1) {
      const y = 420 + trace * 38;
      pen.path(d`M${190 + trace * 14} ${y}h${random.between(90, 260)}l26 26h${random.between(40, 110)}`, {
        stroke: shade(board, 0.28),
        width: 3,
        opacity: 0.7,
      });
    }
    pen.block(150, 110, 96, 230, 10, metal);
    pen.path('M166 138h64M166 166h64M166 194h64M166 222h64M166 250h64M166 278h64', {
      stroke: shade(metal, -0.4),
      width: 7,
    });
    pen.block(266, 110, 190, 62, 10, metal);
    pen.rect(280, 196, 166, 166, { r: 6, fill: '#c4c8ce' });
    pen.rect(296, 212, 134, 134, { r: 4, fill: pen.dots(7, 1.8, GOLD), stroke: '#7d838c', width: 3 });
    for (let slot = 0; slot < 4; slot += 1) {
      pen.rect(486 + slot * 30, 112, 18, 286, { r: 3, fill: slot % 2 ? '#0e1013' : shade(accent, -0.25) });
      pen.path(d`M${495 + slot * 30} 124v262`, { stroke: '#5d636d', width: 3 });
    }
    for (let slot = 0; slot < slots; slot += 1) {
      const y = 430 + slot * 66;
      pen.rect(160, y, 290, 24, { r: 4, fill: slot === 0 ? '#b4b9c1' : '#0e1013' });
      pen.path(d`M172 ${y + 12}h266`, { stroke: '#3f454e', width: 4 });
    }
    pen.block(480, 480, 150, 130, 12, metal);
    pen.path('M500 590L590 500', { stroke: accent, width: 9 });
    for (let port_ = 0; port_ < 4; port_ += 1)
      pen.rect(626, 420 + port_ * 16, 34, 10, { r: 2, fill: '#0b0d10' });
    for (const [x, y] of [
      [146, 106],
      [654, 106],
      [146, 694],
      [654, 694],
    ] as const)
      pen.circle(x, y, 8, { fill: GOLD });
    led(pen, 640, 660, 4);
  });
}

function drawCooler(pen: Pen): void {
  const { random, finish } = pen;
  const liquid = random.chance(0.45);
  const blades = random.pick([7, 9, 11]);
  if (!liquid) {
    pen.shadow(400, 708, 230, 30, 0.45);
    pen.rect(300, 640, 200, 56, { r: 8, fill: pen.linear('down', '#e6b08a', '#a8683f') });
    pen.path('M400 118V654', { stroke: '#d3d6db', width: 408, dash: '8 9', cap: 'butt' });
    pen.rect(196, 118, 408, 536, { fill: pen.linear('right', '#1c2026/.45', '#1c2026/0', '#1c2026/.5') });
    pen.block(180, 150, 440, 440, 40, finish);
    fan(pen, 400, 370, 204, blades);
    for (const [x, y] of [
      [212, 182],
      [588, 182],
      [212, 558],
      [588, 558],
    ] as const)
      pen.circle(x, y, 12, { fill: shade(pen.accent, -0.1) });
    return;
  }
  pen.group({ lifted: true, transform: 'rotate(-8 400 400)' }, () => {
    pen.path('M560 250C720 240 740 480 590 560M600 300C680 320 680 430 560 520', {
      stroke: '#17191d',
      width: 26,
    });
    pen.block(70, 110, 560, 280, 18, shade(finish, -0.2));
    fan(pen, 214, 250, 122, blades);
    fan(pen, 486, 250, 122, blades);
    pen.block(420, 450, 230, 230, 70);
    pen.circle(535, 565, 88, { fill: '#0b0d10' });
    pen.circle(535, 565, 72, {
      stroke: pen.linear('diagonal', pen.accent, shade(pen.accent, 0.5), '#8a63e8'),
      width: 10,
    });
    pen.circle(535, 565, 48, { fill: pen.radial(0.4, 0.3, shade(pen.accent, -0.2), '#0b0d10') });
  });
}

export const components = {
  cpu: { front: drawCpu, focus: [380, 400, 2], flat: true },
  gpu: {
    front: drawGpu,
    focus: [400, 400, 1.9],
    flat: true,
    finishes: ['#25282d', '#4b4f57', '#e9ebee', '#c6cad1', '#2c3547'],
  },
  motherboard: { front: drawMotherboard, focus: [400, 290, 2], flat: true },
  cooler: {
    front: drawCooler,
    focus: [430, 340, 1.8],
    finishes: ['#25282d', '#4b4f57', '#e9ebee', '#c6cad1'],
  },
} satisfies Record<string, Drawing>;
