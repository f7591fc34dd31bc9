// Draws the bar charts of the figures from what their elements carry; the tables beside them say the same without script.
(() => {
  'use strict';
  const colours = ['#1a4f8b', '#b3541e', '#4b7f52'];
  const label = share => ({ value }) => value === null || value === undefined ? '' : share ? `${Math.round(value * 1000) / 10}%` : `${value}`;
  for (const place of document.querySelectorAll('[data-chart]')) {
    const { names, share, series } = JSON.parse(place.dataset.chart);
    place.hidden = false;
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      color: colours,
      legend: series.length > 1 ? { top: 0 } : undefined,
      grid: { left: 8, right: 24, top: series.length > 1 ? 36 : 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: names, axisLabel: { interval: 0, width: 96, overflow: 'break', color: '#333' } },
      yAxis: { type: 'value', min: 0, max: share ? 1 : undefined, minInterval: share ? undefined : 1,
        axisLabel: { color: '#333', formatter: value => share ? `${Math.round(value * 100)}%` : `${value}` } },
      series: series.map(one => ({
        type: 'bar', name: one.name, data: one.values, barMaxWidth: 44, stack: series.length > 1 ? 'all' : undefined,
        label: { show: series.length === 1, position: 'top', formatter: label(share), color: '#111' },
      })),
    });
    addEventListener('resize', () => chart.resize());
  }
})();
