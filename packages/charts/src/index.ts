export { type Axis, percent } from "./axis.ts";
export { barChart, type BarChart } from "./bar-chart.ts";
export { calibrationChart, type CalibrationChart } from "./calibration-chart.ts";
export { coefficientChart, type CoefficientChart } from "./coefficient-chart.ts";
export { lineChart, type LineChart, type LineSeries } from "./line-chart.ts";
export { precisionRecallChart, type PrecisionRecallChart } from "./precision-recall-chart.ts";
export { rocChart, type RocChart } from "./roc-chart.ts";
export { type Figure, report, type Report, type Section } from "./report/report.ts";
export { type Cell, type Column, type Table } from "./report/table.ts";
