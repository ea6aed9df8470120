import { shade } from './colour.ts';
import { digits, led, port, sheen } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

function drawCable(pen: Pen): void {
  const { random, finish, accent } = pen;
  const braided = random.chance(0.6);
  const width = random.between(20, 28);
  const loops = random.whole(2, 4);
  pen.group(
    {
      lifted: true,
      transform: `translate(400 430) rotate(${Math.round(random.between(-20, 20))}) scale(.82) translate(-400 -400)`,
    },
    () => {
      const route = (path: string) => {
        pen.path(path, { stroke: shade(finish, -0.4), width });
        pen.path(path, { stroke: finish, width: width - 6 });
        if (braided)
          pen.path(path, { stroke: shade(finish, -0.35), width: width - 8, dash: '1 9', opacity: 0.9 });
        pen.path(path, { stroke: '#fff', width: 3, opacity: 0.25, transform: 'translate(-3 -4)' });
      };
      for (let loop = 0; loop < loops; loop += 1) {
        const radius = 210 - loop * (width + 3);
        route(d`M400 ${400 - radius}a${radius} ${radius * 0.92} 0 1 1 -0.1 0z`);
      }
      route('M250 250C190 190 150 170 120 120');
      route('M550 250C610 190 650 170 680 120');
      pen.rect(560, 376, 74, 48, {
        r: 14,
        fill: pen.linear('down', shade(accent, 0.2), shade(accent, -0.3)),
      });
      drawConnector(pen, 120, 120, -38);
      drawConnector(pen, 680, 120, 38);
    },
  );
}

function drawConnector(pen: Pen, x: number, y: number, turn: number): void {
  pen.group({ transform: `translate(${x} ${y}) rotate(${turn})` }, () => {
    pen.rect(-9, -76, 18, 40, { r: 6, fill: pen.linear('right', '#8d939c', '#f4f5f6', '#7d838c') });
    pen.block(-22, -46, 44, 76, 12, shade(pen.finish, -0.15));
    pen.path('M-8 -10h16', { stroke: pen.accent, width: 5 });
  });
}

function drawCharger(pen: Pen): void {
  const { random, finish } = pen;
  const sockets = random.whole(1, 4);
  const width = 210 + sockets * 34;
  const left = 400 - width / 2;
  const round = random.between(34, 70);
  pen.shadow(400, 668, width * 0.8, 34, 0.45);
  for (const x of [346, 430])
    pen.rect(x, 130, 24, 96, { r: 6, fill: pen.linear('right', '#8d939c', '#f4f5f6', '#9ba1ab') });
  pen.block(left, 210, width, 450, round);
  pen.rect(left + 18, 228, width - 36, 130, { r: round - 14, fill: '#fff', opacity: 0.1 });
  pen.rect(left + 30, 400, width - 60, 84 + sockets * 32, { r: 24, fill: shade(finish, -0.22) });
  for (let index = 0; index < sockets; index += 1) {
    const wide = random.chance(0.3);
    port(pen, 400 - (wide ? 40 : 32), 426 + index * 42, wide ? 80 : 64, wide ? 26 : 22, wide ? 4 : 11);
  }
  led(pen, 400, 376, 4.5);
  sheen(pen, left, 210, width, 450, round, 0.1);
}

function drawPowerbank(pen: Pen): void {
  const { random, finish, accent } = pen;
  const width = random.between(270, 330);
  const height = random.between(500, 560);
  const left = 400 - width / 2;
  const top = 400 - height / 2;
  const round = random.between(28, 80);
  const screen = random.chance(0.5);
  pen.group({ lifted: true, transform: `rotate(${Math.round(random.between(-18, 18))} 400 400)` }, () => {
    pen.block(left, top, width, height, round);
    sheen(pen, left, top, width, height, round, 0.14);
    if (screen) {
      pen.rect(left + 40, top + 56, width - 80, 110, { r: 20, fill: '#0b0d10' });
      digits(pen, left + 76, top + 88, 24, String(random.whole(38, 99)));
      pen.path(d`M${left + width - 96} ${top + 84}l-20 30h26l-20 30`, { stroke: accent, width: 7 });
    } else {
      for (let light = 0; light < 4; light += 1)
        led(pen, 400 - 45 + light * 30, top + 70, 5, light < 3 ? accent : '#6b7079');
      pen.circle(400, 400, 74, { stroke: shade(finish, -0.25), width: 5 });
      pen.path('M408 352l-34 58h26l-8 42 36-58h-26z', { fill: shade(finish, 0.5) });
    }
    port(pen, 340, top + height - 32, 44, 16, 8);
    port(pen, 408, top + height - 34, 56, 20, 4);
  });
}

export const power = {
  cable: { front: drawCable, focus: [620, 200, 2], flat: true },
  charger: {
    front: drawCharger,
    focus: [400, 440, 2],
    finishes: ['#e9ebee', '#25282d', '#4b4f57', '#d3c6b3', '#8fa393'],
  },
  powerbank: { front: drawPowerbank, focus: [400, 260, 1.9], flat: true },
} satisfies Record<string, Drawing>;
