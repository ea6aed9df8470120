export declare function readSlotProps(file: string): Record<string, string>;
