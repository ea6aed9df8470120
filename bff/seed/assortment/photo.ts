import { colours, type ProductLine } from './product-line.ts';

export const PHOTO: readonly ProductLine[] = [
  {
    category: 'mirrorless-cameras',
    department: 'photo',
    kind: 'camera',
    noun: 'Mirrorless Camera',
    brands: ['Meridian', 'Halcyon', 'Sable'],
    series: ['M', 'Frame', 'Light'],
    models: ['5', '6', '6 II', '7', '7 II', '9'],
    price: [799, 3299],
    weightGrams: 560,
    options: [
      {
        name: 'Kit',
        values: [
          ['Body', 0],
          ['With 28–70 mm', 30000],
        ],
      },
      colours('Black', 'Silver'),
    ],
    specs: [
      ['Sensor', ['APS-C, 26 MP', 'Full frame, 24 MP', 'Full frame, 45 MP']],
      ['Stabilisation', ['5 stops', '7 stops', '8 stops']],
      ['Video', ['4K 60p, 10 bit', '6K 30p, 10 bit']],
      ['Finder', ['3.69 million dots', '5.76 million dots']],
    ],
    story: [
      'Dials where your fingers look for them.',
      'Finds the eye, stays on the eye.',
      'Two card slots, both fast.',
    ],
  },
  {
    category: 'prime-lenses',
    department: 'photo',
    kind: 'lens',
    noun: 'Lens',
    brands: ['Meridian', 'Sable', 'Tessera'],
    series: ['Prime', 'Clear', 'Art'],
    models: ['20 mm f/1.8', '24 mm f/1.4', '35 mm f/1.8', '50 mm f/1.4', '85 mm f/1.4', '105 mm Macro'],
    price: [299, 1399],
    weightGrams: 480,
    options: [
      {
        name: 'Mount',
        values: [
          ['M mount', 0],
          ['L mount', 0],
        ],
      },
    ],
    specs: [
      ['Blades', ['9, rounded', '11, rounded']],
      ['Filter', ['55 mm', '62 mm', '67 mm']],
      ['Closest focus', ['0.18 m', '0.25 m', '0.41 m', '0.80 m']],
      ['Sealing', ['Dust and splashes']],
    ],
    story: [
      'Sharp at its widest, soft where it should be.',
      'Focus is silent enough for film.',
      'An aperture ring with clicks you can switch off.',
    ],
  },
  {
    category: 'camera-drones',
    department: 'photo',
    kind: 'drone',
    noun: 'Camera Drone',
    brands: ['Kestrel', 'Wren', 'Fathom'],
    series: ['Hover', 'Swift', 'Ascend'],
    models: ['Mini', 'Mini 2', 'Air', 'Air 2', 'Pro', 'Pro 2'],
    price: [299, 1899],
    weightGrams: 249,
    options: [
      {
        name: 'Set',
        values: [
          ['Drone and controller', 0],
          ['With three batteries', 22000],
        ],
      },
    ],
    specs: [
      ['Weight', ['249 g', '570 g', '895 g']],
      ['Flight', ['31 minutes', '38 minutes', '46 minutes']],
      ['Camera', ['4K 60p, 1/1.3-inch', '5.1K 50p, 4/3-inch']],
      ['Avoidance', ['Downward', 'All directions']],
    ],
    story: [
      'Light enough to need no licence in most places.',
      'Comes home by itself, and lands on the spot it left.',
      'Folds to the size of a water bottle.',
    ],
  },
];
