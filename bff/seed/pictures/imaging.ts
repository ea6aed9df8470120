import { shade } from './colour.ts';
import { led, lens, sheen } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

function drawCamera(pen: Pen): void {
  const { finish, random } = pen;
  const radius = random.between(132, 160);
  const hump = random.chance(0.6);
  const x = random.between(410, 440);
  pen.shadow(400, 622, 340, 40, 0.45);
  if (hump)
    pen.path(d`M${x - 120} 250L${x - 78} 180q6-12 20-12h116q14 0 20 12L${x + 120} 250Z`, {
      fill: pen.linear('down', shade(finish, 0.2), shade(finish, -0.1)),
    });
  pen.block(110, 236, 580, 380, 40);
  pen.rect(110, 318, 580, 232, { fill: '#202329' });
  pen.rect(110, 318, 580, 232, { fill: pen.dots(8, 2, '#333840') });
  pen.path('M110 300q-8 0-8 30v220q0 50 40 60h70V300Z', {
    fill: pen.linear('right', shade(finish, -0.2), shade(finish, -0.55)),
  });
  pen.rect(150, 210, 76, 32, { r: 12, fill: pen.linear('right', '#4a4f57', '#a9aeb6', '#3c4047') });
  pen.ellipse(262, 232, 26, 12, { fill: shade(pen.accent, -0.1) });
  pen.rect(580, 208, 80, 32, { r: 6, fill: pen.linear('right', '#3c4047', '#8d939c', '#33373e') });
  pen.path('M588 212v24M600 212v24M612 212v24M624 212v24M636 212v24M648 212v24', {
    stroke: '#17191d',
    width: 3,
  });
  pen.circle(x, 430, radius + 20, { fill: pen.linear('down', '#6b717b', '#23262b', '#3c4047') });
  lens(pen, x, 430, radius + 6);
  pen.circle(x, 430, radius * 0.94, { stroke: '#3a3f47', width: 4, dash: '3 9' });
  pen.circle(x, 430, radius + 13, { stroke: pen.accent, width: 3, opacity: 0.85 });
  pen.rect(600, 270, 48, 26, { r: 6, fill: pen.linear('down', '#fffbe9', '#d9d2b8') });
  led(pen, 560, 284, 4, '#e0584b');
}

function drawLens(pen: Pen): void {
  const { random, accent } = pen;
  const long = random.between(340, 470);
  const top = 680 - long;
  const width = random.between(250, 300);
  const steel = pen.linear('right', '#0e1013', '#3d424a', '#6a707a', '#24272c', '#0b0d10');
  pen.shadow(400, 690, 220, 34, 0.45);
  pen.rect(400 - width * 0.44, 640, width * 0.88, 50, {
    r: 8,
    fill: pen.linear('right', '#6b7079', '#e3e6ea', '#a4a9b1', '#5d626a'),
  });
  pen.rect(400 - width * 0.5, top + long * 0.5, width, long * 0.42, { r: 12, fill: steel });
  pen.rect(400 - width * 0.56, top + 40, width * 1.12, long * 0.5, { r: 14, fill: steel });
  for (const [y, rows, reach] of [
    [top + 90, 4, 0.53],
    [top + long * 0.66, 3, 0.47],
  ] as const) {
    for (let row = 0; row < rows; row += 1) {
      pen.path(d`M${400 - width * reach} ${y + row * 15}H${400 + width * reach}`, {
        stroke: '#000',
        width: 9,
        dash: '5 10',
        opacity: 0.65,
      });
    }
  }
  pen.rect(400 - width * 0.56, top + long * 0.46, width * 1.12, 7, { fill: accent });
  pen.path(d`M${400 - 40} ${top + long * 0.58}h80`, { stroke: '#fff', width: 4, dash: '2 13', opacity: 0.8 });
  pen.ellipse(400, top + 44, width * 0.56, width * 0.17, {
    fill: pen.linear('right', '#202328', '#7b818b', '#1a1d21'),
  });
  pen.ellipse(400, top + 42, width * 0.5, width * 0.14, { fill: '#07090c' });
  pen.ellipse(400, top + 48, width * 0.43, width * 0.11, {
    fill: pen.radial(0.4, 0.2, '#8f7bd6', '#2e3f78', '#0a0d18'),
  });
  pen.ellipse(350, top + 36, 34, 6, { fill: '#fff', opacity: 0.5 });
}

function drawLensFront(pen: Pen): void {
  const blades = pen.random.whole(7, 9);
  pen.group({ lifted: true }, () => {
    pen.circle(400, 400, 290, { fill: pen.linear('down', '#5a606a', '#15171b') });
    pen.circle(400, 400, 276, { stroke: '#0b0d10', width: 18, dash: '10 9' });
    lens(pen, 400, 400, 250);
    pen.circle(400, 400, 232, { stroke: pen.accent, width: 4 });
  });
  const corner = (index: number) => {
    const angle = (index / blades) * 2 * Math.PI;
    return d`${400 + 96 * Math.cos(angle)} ${400 + 96 * Math.sin(angle)}`;
  };
  const corners = Array.from({ length: blades }, (_, index) => corner(index)).join('L');
  pen.path(`M${corners}Z`, { fill: '#020306', stroke: '#2a3145', width: 3, opacity: 0.8 });
}

function drawDrone(pen: Pen): void {
  const { finish, random } = pen;
  const span = random.between(226, 256);
  pen.shadow(400, 690, 300, 34, 0.3);
  for (const side of [-1, 1]) {
    for (const [depth, y] of [
      [0.8, 330],
      [1, 420],
    ] as const) {
      const x = 400 + side * span * depth;
      pen.path(d`M${400 + side * 70} 430L${x} ${y + 14}`, {
        stroke: shade(finish, -0.25),
        width: 26 * depth,
      });
      pen.path(d`M${400 + side * 70} 424L${x} ${y + 8}`, { stroke: shade(finish, 0.25), width: 9 * depth });
      pen.rect(x - 20, y - 34, 40, 68, { r: 12, fill: pen.linear('right', '#2a2e35', '#747a84', '#23262c') });
      pen.ellipse(x, y - 40, 108 * depth, 13, {
        fill: pen.linear('right', '#1f2329/.15', '#1f2329/.55', '#1f2329/.15'),
      });
      pen.path(d`M${x - 104 * depth} ${y - 44}L${x + 104 * depth} ${y - 36}`, {
        stroke: '#33383f',
        width: 7,
      });
      led(pen, x, y + 38, 4, side < 0 ? '#e0584b' : '#4fd08c');
    }
    pen.path(d`M${400 + side * 90} 480l${side * 46} 120h${side * 30}`, {
      stroke: shade(finish, -0.35),
      width: 14,
    });
  }
  pen.path('M290 400q10-62 110-62t110 62l-18 96q-8 30-42 30H350q-34 0-42-30Z', {
    fill: pen.linear('down', shade(finish, 0.35), finish, shade(finish, -0.3)),
  });
  pen.path('M330 378q70-26 140 0', { stroke: '#fff', width: 6, opacity: 0.4 });
  pen.rect(356, 400, 88, 8, { r: 4, fill: pen.accent });
  pen.block(344, 500, 112, 96, 30, '#33383f');
  lens(pen, 400, 552, 38);
}

function drawWebcam(pen: Pen): void {
  const { finish, random } = pen;
  const round = random.chance(0.45);
  pen.shadow(400, 668, 220, 30, 0.42);
  pen.path('M330 500h140l34 150q2 14-12 14H308q-14 0-12-14Z', {
    fill: pen.linear('down', shade(finish, -0.45), shade(finish, -0.15)),
  });
  pen.rect(366, 450, 68, 70, { r: 10, fill: shade(finish, -0.5) });
  if (round) {
    pen.circle(400, 340, 176, { fill: pen.linear('down', shade(finish, 0.3), finish, shade(finish, -0.3)) });
    pen.circle(400, 340, 150, { fill: '#0b0d10' });
    lens(pen, 400, 340, 104);
  } else {
    pen.block(110, 230, 580, 216, random.between(60, 108));
    pen.rect(132, 252, 536, 172, { r: 80, fill: '#0b0d10' });
    sheen(pen, 132, 252, 536, 172, 80, 0.1);
    lens(pen, 400, 338, 78);
    for (const x of [210, 590]) pen.rect(x - 34, 326, 68, 24, { r: 12, fill: pen.dots(8, 2, '#4a505a') });
  }
  led(pen, round ? 400 : 508, round ? 214 : 338, 5);
}

export const imaging = {
  camera: {
    front: drawCamera,
    focus: [470, 420, 1.9],
    finishes: ['#25282d', '#4b4f57', '#c6cad1', '#3f5c4f', '#2c3547'],
  },
  lens: { front: drawLens, other: drawLensFront, focus: [400, 420, 1.8], finishes: ['#25282d'] },
  drone: { front: drawDrone, focus: [430, 500, 2.1] },
  webcam: { front: drawWebcam, focus: [440, 330, 2] },
} satisfies Record<string, Drawing>;
