export { VitalsCharts as default } from '../../figures/vitals-charts.tsx';
