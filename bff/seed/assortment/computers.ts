import { colours, type OptionDraft, type ProductLine } from './product-line.ts';

const memory: OptionDraft = {
  name: 'Memory',
  values: [
    ['16 GB', 0],
    ['32 GB', 20000],
  ],
};
const storage: OptionDraft = {
  name: 'Storage',
  values: [
    ['512 GB', 0],
    ['1 TB', 12000],
    ['2 TB', 32000],
  ],
};
const laptopBrands = ['Nordvik', 'Aurelis', 'Halcyon', 'Tessera', 'Wren'];

export const COMPUTERS: readonly ProductLine[] = [
  {
    category: 'ultraportable-laptops',
    department: 'computers',
    kind: 'laptop',
    noun: 'Laptop',
    brands: laptopBrands,
    series: ['Air', 'Slate', 'Feather', 'Lumen'],
    models: ['13', '14', '15', '13 Carbon', '14 OLED'],
    price: [899, 1899],
    weightGrams: 1150,
    options: [memory, storage],
    specs: [
      ['Display', ['13.4-inch IPS, 1920 × 1200', '14-inch OLED, 2880 × 1800', '14-inch IPS, 2560 × 1600']],
      ['Processor', ['8 cores, up to 4.8 GHz', '10 cores, up to 5.0 GHz', '12 cores, up to 5.1 GHz']],
      ['Battery', ['54 Wh, up to 14 hours', '62 Wh, up to 16 hours', '70 Wh, up to 18 hours']],
      ['Weight', ['1.02 kg', '1.14 kg', '1.24 kg']],
      ['Ports', ['2 × USB4, 1 × USB-A, headphone', '3 × USB-C, HDMI, headphone']],
    ],
    story: [
      'A full day of work in a bag you forget you are carrying.',
      'The fan stays silent through mail, documents and calls.',
      'The keyboard has 1.4 mm of travel and a proper row of function keys.',
      'Battery and drive are held by screws, not glue, and can be replaced.',
    ],
  },
  {
    category: 'gaming-laptops',
    department: 'computers',
    kind: 'laptop',
    noun: 'Gaming Laptop',
    brands: ['Kestrel', 'Ironleaf', 'Volta', 'Cobalt'],
    series: ['Raptor', 'Surge', 'Apex', 'Drift'],
    models: ['15', '16', '17', '16 Pro', '15 Slim'],
    price: [1199, 2899],
    weightGrams: 2300,
    options: [memory, storage],
    specs: [
      ['Display', ['15.6-inch IPS, 165 Hz', '16-inch IPS, 240 Hz', '17.3-inch IPS, 240 Hz']],
      ['Graphics', ['8 GB GDDR6', '12 GB GDDR6', '16 GB GDDR7']],
      ['Processor', ['8 cores, up to 5.2 GHz', '14 cores, up to 5.4 GHz']],
      ['Cooling', ['Two fans, four heat pipes', 'Vapour chamber, three fans']],
      ['Weight', ['2.1 kg', '2.4 kg', '2.7 kg']],
    ],
    story: [
      'Runs at full power without sounding like it.',
      'The screen switches to the graphics card directly for the lowest latency.',
      'Two free slots take more memory and a second drive.',
      'USB-C charging covers everything but long matches.',
    ],
  },
  {
    category: 'creator-laptops',
    department: 'computers',
    kind: 'laptop',
    noun: 'Creator Laptop',
    brands: ['Aurelis', 'Halcyon', 'Meridian', 'Tessera'],
    series: ['Studio', 'Canvas', 'Atelier'],
    models: ['14', '16', '16 OLED', '15', '18'],
    price: [1599, 3499],
    weightGrams: 1950,
    options: [
      {
        name: 'Memory',
        values: [
          ['32 GB', 0],
          ['64 GB', 40000],
        ],
      },
      {
        name: 'Storage',
        values: [
          ['1 TB', 0],
          ['2 TB', 20000],
        ],
      },
    ],
    specs: [
      ['Display', ['16-inch OLED, 3840 × 2400, 100 % DCI-P3', '14-inch mini-LED, 3024 × 1890']],
      ['Graphics', ['8 GB GDDR6', '12 GB GDDR7']],
      ['Card reader', ['SD Express', 'CFexpress Type B']],
      ['Calibration', ['Factory calibrated, Delta E < 1', 'Factory calibrated, Delta E < 2']],
    ],
    story: [
      'Calibrated in the factory and shipped with its report.',
      'Scrubs through 8K footage on battery.',
      'Speakers with real bass, so that a rough cut sounds like one.',
    ],
  },
  {
    category: 'mini-pcs',
    department: 'computers',
    kind: 'case',
    noun: 'Mini PC',
    brands: ['Octavo', 'Wren', 'Pineforge', 'Tessera'],
    series: ['Cube', 'Nook', 'Brick', 'Pebble'],
    models: ['M1', 'M2', 'M4', 'M8', 'Z3'],
    price: [329, 1099],
    weightGrams: 640,
    options: [
      memory,
      {
        name: 'Storage',
        values: [
          ['512 GB', 0],
          ['1 TB', 9000],
        ],
      },
    ],
    specs: [
      ['Volume', ['0.6 litres', '0.9 litres', '1.2 litres']],
      ['Network', ['2.5 Gbit/s Ethernet, Wi-Fi 6E', '2 × 2.5 Gbit/s Ethernet, Wi-Fi 7']],
      ['Displays', ['Three at 4K', 'Four at 4K']],
      ['Idle power', ['6 W', '8 W', '9 W']],
    ],
    story: [
      'Hangs behind a monitor and is never heard again.',
      'Enough for an office, a home server or a living room.',
      'Opens with one thumb screw.',
    ],
  },
  {
    category: 'gaming-desktops',
    department: 'computers',
    kind: 'case',
    noun: 'Gaming PC',
    brands: ['Kestrel', 'Ironleaf', 'Volta', 'Cobalt'],
    series: ['Tower', 'Forge', 'Bastion'],
    models: ['One', 'Two', 'X', 'XL', 'Compact', 'Pro'],
    price: [1199, 3799],
    weightGrams: 12500,
    options: [
      {
        name: 'Memory',
        values: [
          ['32 GB', 0],
          ['64 GB', 22000],
        ],
      },
      storage,
    ],
    specs: [
      ['Graphics', ['12 GB GDDR6', '16 GB GDDR7', '24 GB GDDR7']],
      ['Processor', ['8 cores, up to 5.3 GHz', '16 cores, up to 5.6 GHz']],
      ['Power supply', ['750 W, 80 Plus Gold', '1000 W, 80 Plus Platinum']],
      ['Case', ['Mid tower, glass side', 'Compact, mesh front']],
    ],
    story: [
      'Built by hand, tested for 24 hours, delivered with the cables tidy.',
      'Only standard parts, so that every one of them can be replaced.',
      'Quiet below 32 dB(A) in games.',
    ],
  },
  {
    category: 'android-tablets',
    department: 'computers',
    kind: 'tablet',
    noun: 'Tablet',
    brands: ['Aurelis', 'Fathom', 'Wren', 'Solace'],
    series: ['Pad', 'Leaf', 'Folio'],
    models: ['8', '10', '11', '11 Plus', '12', '13 Pro'],
    price: [199, 899],
    weightGrams: 480,
    options: [
      {
        name: 'Storage',
        values: [
          ['128 GB', 0],
          ['256 GB', 7000],
        ],
      },
      colours('Graphite', 'Silver', 'Sage'),
    ],
    specs: [
      ['Display', ['10.4-inch LCD, 90 Hz', '11-inch OLED, 120 Hz', '12.6-inch OLED, 120 Hz']],
      ['Battery', ['7,200 mAh', '8,600 mAh', '10,100 mAh']],
      ['Speakers', ['Two', 'Four']],
      ['Updates', ['Five years', 'Seven years']],
    ],
    story: [
      'Reading, drawing, films: one thin sheet of glass.',
      'Four speakers fill a small room.',
      'Seven years of updates are in the price.',
    ],
  },
  {
    category: 'drawing-tablets',
    department: 'computers',
    kind: 'tablet',
    noun: 'Pen Display',
    brands: ['Meridian', 'Solace', 'Brightline'],
    series: ['Sketch', 'Inkwell', 'Vellum'],
    models: ['12', '13', '16', '16 Pro', '22', '24'],
    price: [189, 1499],
    weightGrams: 1400,
    options: [colours('Graphite')],
    specs: [
      ['Active area', ['11.6 inches', '15.6 inches', '21.5 inches']],
      ['Pen', ['8,192 levels, tilt, no battery', '16,384 levels, tilt, no battery']],
      ['Surface', ['Etched glass', 'Film, replaceable']],
      ['Colour', ['92 % Adobe RGB', '99 % Adobe RGB']],
    ],
    story: [
      'The line is under the pen, not beside it.',
      'The etched glass has the drag of good paper.',
      'One cable carries picture, power and pen.',
    ],
  },
];
