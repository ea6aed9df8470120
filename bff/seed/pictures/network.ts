import { shade } from './colour.ts';
import { digits, led, lens, port, sheen } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

function drawRouter(pen: Pen): void {
  if (pen.random.chance(0.4)) drawMeshRouter(pen);
  else drawAntennaRouter(pen);
}

function drawAntennaRouter(pen: Pen): void {
  const { random, finish } = pen;
  const antennas = random.pick([2, 3, 4, 6]);
  pen.shadow(400, 624, 350, 36, 0.45);
  for (let index = 0; index < antennas; index += 1) {
    const x = 170 + (index * 460) / (antennas - 1);
    const lean = ((x - 400) / 230) * 26;
    pen.path(d`M${x} 520L${x + lean} 220`, { stroke: shade(finish, -0.6), width: 28 });
    pen.path(d`M${x - 3} 520L${x + lean - 3} 222`, { stroke: shade(finish, -0.35), width: 15 });
  }
  pen.path('M130 470H670L722 560H78Z', {
    fill: pen.linear('down', shade(finish, 0.12), shade(finish, -0.25)),
  });
  for (let row = 0; row < 4; row += 1) {
    pen.path(d`M${236 - row * 10} ${486 + row * 16}H${564 + row * 10}`, {
      stroke: shade(finish, -0.6),
      width: 5,
      dash: '18 12',
    });
  }
  pen.path('M78 560H722V596q0 22-26 22H104q-26 0-26-22Z', {
    fill: pen.linear('down', shade(finish, 0.25), shade(finish, -0.4)),
  });
  const lights = random.whole(4, 7);
  for (let index = 0; index < lights; index += 1) {
    led(pen, 400 + (index - (lights - 1) / 2) * 34, 590, 4.5, index % 3 === 2 ? '#f0a13a' : pen.accent);
  }
}

function drawMeshRouter(pen: Pen): void {
  const { finish } = pen;
  pen.shadow(400, 678, 250, 36, 0.45);
  pen.path('M236 300Q236 220 400 220T564 300V600Q564 680 400 680T236 600Z', {
    fill: pen.linear('right', shade(finish, -0.3), shade(finish, 0.4), finish, shade(finish, -0.3)),
  });
  pen.ellipse(400, 288, 164, 64, { fill: pen.linear('down', shade(finish, 0.3), shade(finish, -0.08)) });
  pen.ellipse(400, 288, 120, 44, { fill: pen.dots(11, 3, shade(finish, -0.4)) });
  pen.path('M236 560Q236 640 400 640T564 560', { stroke: pen.accent, width: 6, opacity: 0.85 });
  led(pen, 400, 470, 6);
}

/** A mesh router comes in twos; the other kind shows its sockets. */
function drawRouterOtherSide(pen: Pen): void {
  if (!pen.random.chance(0.4)) {
    drawSockets(pen);
    return;
  }
  pen.copy('unit', 'translate(-30 40) scale(.84)');
  pen.group({ transform: 'translate(222 152) scale(.74)' }, () => {
    pen.group({ id: 'unit' }, () => drawMeshRouter(pen));
  });
}

function drawSockets(pen: Pen): void {
  pen.shadow(400, 560, 370, 36, 0.45);
  pen.block(60, 330, 680, 220, 30);
  pen.rect(84, 356, 632, 40, { fill: pen.dots(11, 3, shade(pen.finish, -0.5)) });
  const sockets = pen.random.whole(4, 6);
  for (let index = 0; index < sockets; index += 1) {
    const x = 110 + index * 84;
    port(pen, x, 430, 62, 54, 5);
    pen.path(d`M${x + 14} 480v-10h10v-8h14v8h10v10`, { stroke: '#444b55', width: 4 });
    led(pen, x + 50, 512, 3, index % 2 ? '#f0a13a' : '#4fd08c');
  }
  port(pen, 640, 440, 44, 24, 4);
  pen.circle(662, 500, 14, { fill: '#0b0d10', stroke: '#8d939c', width: 4 });
}

function drawHub(pen: Pen): void {
  const { random, finish } = pen;
  const sockets = random.whole(3, 6);
  const width = 120 + sockets * 84;
  const left = 420 - width / 2;
  pen.group({ lifted: true, transform: `rotate(${Math.round(random.between(-16, -6))} 400 400)` }, () => {
    pen.path(d`M${left + 20} 400C${left - 90} 400 ${left - 60} 220 ${left - 150} 190`, {
      stroke: shade(finish, -0.55),
      width: 22,
    });
    pen.path(d`M${left + 20} 396C${left - 88} 396 ${left - 60} 218 ${left - 150} 188`, {
      stroke: shade(finish, -0.25),
      width: 6,
    });
    pen.block(left, 326, width, 92, 22, shade(finish, 0.18));
    pen.block(left, 388, width, 98, 22);
    for (let index = 0; index < sockets; index += 1) {
      const x = left + 44 + index * 84;
      const kind = random.whole(0, 2);
      if (kind === 0) port(pen, x, 426, 46, 20, 10);
      else if (kind === 1) {
        port(pen, x, 420, 58, 30, 4);
        pen.rect(x + 6, 434, 46, 9, { fill: pen.accent });
      } else port(pen, x, 424, 62, 24, 6);
    }
    pen.rect(left + width - 40, 430, 12, 12, { r: 6, fill: shade(pen.accent, 0.3) });
    pen.path(d`M${left + 30} 356h${width * 0.24}`, { stroke: shade(finish, -0.3), width: 6, opacity: 0.7 });
  });
}

function drawSmartHome(pen: Pen): void {
  const shape = pen.random.pick(['bulb', 'camera', 'thermostat', 'plug']);
  if (shape === 'bulb') drawBulb(pen);
  else if (shape === 'camera') drawHomeCamera(pen);
  else if (shape === 'thermostat') drawThermostat(pen);
  else drawPlug(pen);
}

function drawBulb(pen: Pen): void {
  const glow = pen.random.pick([pen.accent, '#f4b552', '#ffd98a']);
  pen.circle(400, 330, 330, { fill: pen.radial(0.5, 0.5, `${glow}/.5`, `${glow}/.14`, `${glow}/0`) });
  pen.path(
    'M400 110C280 110 216 196 216 290c0 90 66 126 84 230h200c18-104 84-140 84-230 0-94-64-180-184-180Z',
    { fill: pen.radial(0.42, 0.3, '#fff', shade(glow, 0.65), shade(glow, 0.15)) },
  );
  pen.path('M296 500h208l-12 74H308Z', { fill: pen.linear('right', '#b9bec6', '#fff', '#a2a8b1') });
  pen.rect(322, 574, 156, 86, { r: 12, fill: pen.linear('right', '#6b7079', '#e3e6ea', '#5d626a') });
  pen.path('M322 594l156 8M322 618l156 8M322 642l156 8', { stroke: '#6b7079', width: 6 });
  pen.path('M360 660h80l-18 26h-44Z', { fill: '#2b2f36' });
  pen.ellipse(322, 236, 26, 56, { fill: '#fff', opacity: 0.7, transform: 'rotate(22 322 236)' });
}

function drawHomeCamera(pen: Pen): void {
  const { finish } = pen;
  pen.shadow(400, 692, 190, 28, 0.42);
  pen.ellipse(400, 680, 150, 26, {
    fill: pen.linear('right', shade(finish, -0.25), shade(finish, 0.3), shade(finish, -0.25)),
  });
  pen.rect(376, 520, 48, 160, {
    r: 16,
    fill: pen.linear('right', shade(finish, -0.3), shade(finish, 0.25), shade(finish, -0.35)),
  });
  pen.circle(400, 340, 220, {
    fill: pen.radial(0.38, 0.28, shade(finish, 0.55), finish, shade(finish, -0.35)),
  });
  pen.circle(400, 340, 160, { fill: '#0c0e12' });
  lens(pen, 400, 340, 92);
  pen.circle(400, 340, 128, { stroke: '#39404c', width: 10, dash: '2 24' });
  led(pen, 400, 474, 5);
}

function drawThermostat(pen: Pen): void {
  const { random, accent } = pen;
  const share = random.between(0.35, 0.8);
  pen.group({ lifted: true }, () => {
    pen.circle(400, 400, 270, {
      fill: pen.linear('diagonal', shade(pen.finish, 0.6), pen.finish, shade(pen.finish, -0.35)),
    });
    pen.circle(400, 400, 236, { fill: pen.radial(0.5, 0.3, '#232833', '#0a0c10') });
  });
  const length = 2 * Math.PI * 196 * 0.75;
  pen.circle(400, 400, 196, {
    stroke: '#fff',
    width: 14,
    dash: `${Math.round(length)} 999`,
    opacity: 0.15,
    transform: 'rotate(135 400 400)',
  });
  pen.circle(400, 400, 196, {
    stroke: pen.linear('right', accent, shade(accent, 0.4)),
    width: 14,
    dash: `${Math.round(length * share)} 999`,
    transform: 'rotate(135 400 400)',
  });
  digits(pen, 338, 354, 46, String(random.whole(17, 25)));
  pen.circle(496, 352, 9, { stroke: '#fff', width: 5 });
  pen.path('M370 506q30-24 60 0', { stroke: accent, width: 8 });
}

function drawPlug(pen: Pen): void {
  const { finish } = pen;
  pen.group({ lifted: true, transform: 'rotate(-8 400 400)' }, () => {
    pen.block(190, 190, 420, 420, 120, shade(finish, 0.2));
    pen.circle(400, 400, 148, { fill: pen.linear('down', shade(finish, -0.3), shade(finish, 0.1)) });
    pen.circle(400, 400, 132, { fill: pen.radial(0.5, 0.3, shade(finish, -0.12), shade(finish, -0.4)) });
    for (const x of [340, 460]) pen.circle(x, 400, 19, { fill: '#0b0d10' });
    pen.path('M400 268v26M400 506v26', { stroke: '#a4a9b1', width: 14 });
    led(pen, 560, 240, 6);
  });
}

function drawPrinter(pen: Pen): void {
  const { random, finish } = pen;
  const scanner = random.chance(0.6);
  pen.shadow(400, 660, 340, 38, 0.45);
  pen.path('M250 330L278 150H522L550 330Z', { fill: pen.linear('down', '#fff', '#dfe3e8') });
  pen.path('M292 196h150M288 224h210M284 252h176', { stroke: '#c3c9d2', width: 6 });
  pen.block(110, 300, 580, 350, 30);
  if (scanner) pen.block(98, 284, 604, 62, 18, shade(finish, 0.22));
  pen.rect(190, 430, 420, 62, { r: 10, fill: '#101317' });
  pen.path('M216 470H584L626 612H174Z', { fill: pen.linear('down', '#e9ecf0', '#fff') });
  pen.group({ opacity: 0.9 }, () => {
    pen.rect(270, 510, 120, 80, { fill: pen.linear('diagonal', pen.accent, shade(pen.accent, 0.5)) });
    pen.path('M416 520h110M416 544h128M416 568h90', { stroke: '#b4bbc6', width: 7 });
  });
  pen.rect(150, 370, 132, 36, { r: 8, fill: '#14181f' });
  pen.rect(158, 376, 74, 24, { r: 4, fill: shade(pen.accent, -0.1) });
  for (let index = 0; index < 3; index += 1)
    pen.circle(560 + index * 38, 388, 12, { fill: shade(finish, index === 2 ? -0.5 : -0.25) });
  sheen(pen, 110, 300, 580, 120, 30, 0.08);
}

export const network = {
  router: { front: drawRouter, other: drawRouterOtherSide, focus: [440, 540, 2] },
  hub: { front: drawHub, focus: [440, 420, 2], flat: true },
  'smart-home': { front: drawSmartHome, focus: [400, 380, 1.7] },
  printer: {
    front: drawPrinter,
    focus: [330, 480, 1.9],
    finishes: ['#e9ebee', '#c6cad1', '#25282d', '#4b4f57'],
  },
} satisfies Record<string, Drawing>;
