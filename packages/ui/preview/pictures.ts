/** Pictures in place of photographs: plain shapes are enough to judge a frame. */
const tones = ['#c9d3e6', '#d9d2c7', '#cfdcd3', '#dccfd2'];

export const pictures = tones.map(
  (tone) =>
    `data:image/svg+xml,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800"><rect width="800" height="800" fill="#eceef2"/><rect x="200" y="240" width="400" height="320" rx="40" fill="${tone}"/></svg>`,
    )}`,
);
