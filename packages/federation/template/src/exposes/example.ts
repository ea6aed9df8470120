import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { exampleHead } from '../pages/example/example-head.ts';
import { ExamplePage } from '../pages/example/example-page.tsx';
import { type ExampleData, loadExample } from '../pages/example/load-example.ts';

const page: Page<ExampleData> = { default: ExamplePage, loader: loadExample, head: exampleHead };

export default page.default;
export const { loader, head } = page;
