export const pictures: string[] = [];
