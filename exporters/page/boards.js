// Result nodes -> tables: ranked within one metric and unit where the better direction is known; gains and single scores apart.
import { element } from './dom.js';

/// What one Result node says, or null when it is no result.
export const scoreOf = (graph, node) => {
  if (graph.kindNames[graph.kind[node]] !== 'result') return null;
  const score = { node, value: graph.value.at(node), unit: graph.unit.at(node), delta: graph.a.delta[node] === 1, baseline: graph.baseline.at(node) };
  const part = { of_method: 'method', on_benchmark: 'benchmark', by_metric: 'metric', reports: 'paper', over_baseline: 'over' };
  for (const edge of graph.edgesOf(node)) {
    const name = part[graph.relationOf(edge)];
    if (name && score[name] === undefined) score[name] = name === 'paper' ? graph.a.source[edge] : graph.a.target[edge];
  }
  score.claim = graph.claimsOfNode(node)[0];
  return score;
};

/// All results that stand on one side of a node's edges.
export const scoresAround = (graph, node, filters) => {
  const scores = [];
  for (const edge of graph.edgesOf(node)) {
    const other = graph.a.source[edge] === node ? graph.a.target[edge] : graph.a.source[edge];
    const score = graph.relationOf(edge) === 'over_baseline' || !filters.allows(edge) ? null : scoreOf(graph, other);
    if (score) scores.push(score);
  }
  return scores;
};

export const shownScore = score => {
  const sign = score.delta && !score.value.startsWith('-') ? '+' : '';
  const unit = score.unit === '%' || score.unit === 'x' || !score.unit ? score.unit : ' ' + score.unit;
  return sign + score.value + unit;
};

/// Scores without a unit where some are shares of 1 and the others of 100 are two groups.
const byScale = (graph, group) => {
  const higher = group[0].metric !== undefined && graph.direction.at(group[0].metric) === 'higher';
  const share = ({ value }) => value >= 0 && value <= 1, percent = ({ value }) => value >= 5 && value <= 100;
  const mixed = higher && !group[0].unit && group.some(share) && group.some(percent) && group.every(score => share(score) || percent(score));
  return mixed ? [group.filter(score => !share(score)), group.filter(share)] : [group];
};

const groupsOf = (graph, scores) => {
  const groups = new Map();
  for (const score of scores) {
    const key = `${score.metric ?? ''} ${score.unit}`;
    groups.set(key, [...(groups.get(key) || []), score]);
  }
  return [...groups.values()].flatMap(group => byScale(graph, group)).sort((x, y) => y.length - x.length);
};

/// Tables for a benchmark. `link` makes a button that goes to a node.
export const leaderboard = (graph, scores, link) => {
  const tables = [], rest = scores.filter(score => score.delta);
  for (const group of groupsOf(graph, scores.filter(score => !score.delta))) {
    if (group.length > 1) tables.push(rankedTable(graph, group, link));
    else rest.unshift(group[0]);
  }
  if (rest.length) tables.push(plainTable(graph, rest, link));
  return tables;
};

const metricName = (graph, score) => score.metric === undefined ? 'metric not named' : graph.labels[score.metric];
const methodCell = (graph, score, link) => score.method === undefined ? element('span', { class: 'muted' }, 'not named') : link(score.method, 40);
const paperCell = (graph, score, link) => element('td', { title: score.claim ? score.claim.sentence : '' }, score.paper === undefined ? '' : link(score.paper, 26));

const rankedTable = (graph, scores, link) => {
  const direction = scores[0].metric === undefined ? '' : graph.direction.at(scores[0].metric), low = direction === 'lower';
  scores.sort((x, y) => (low ? 1 : -1) * (x.value - y.value));
  const most = scores[0].unit === '%' ? 100 : Math.max(...scores.map(score => Math.abs(score.value))) || 1;
  let rank = 0;
  const rows = scores.map((score, k) => {
    if (k === 0 || scores[k - 1].value !== score.value) rank = k + 1;
    const bar = element('div', {});
    bar.style.width = Math.min(100, Math.max(2, Math.abs(score.value) / most * 100)) + '%';
    return element('tr', direction && rank === 1 ? { class: 'best' } : {}, element('td', { class: 'number' }, direction ? String(rank) : ''),
      element('td', {}, methodCell(graph, score, link)), element('td', { class: 'bar', 'aria-hidden': 'true' }, bar),
      element('td', { class: 'number' }, shownScore(score)), paperCell(graph, score, link));
  });
  const said = direction ? `${direction} is better` : 'no ranks: which direction is better is not known';
  return element('table', { class: 'board' }, element('caption', {}, metricName(graph, scores[0]), element('small', {}, ' · ' + said)),
    element('thead', {}, element('tr', {}, ...['#', 'method', '', 'score', 'paper'].map(name => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, rows));
};

export const plainTable = (graph, scores, link, caption = 'Not comparable', about = ' · single scores, and gains over a baseline of their own') =>
  element('table', { class: 'scores' }, element('caption', {}, caption, element('small', {}, about)),
    element('tbody', {}, scores.map(score => element('tr', {}, element('td', {}, methodCell(graph, score, link)),
      element('td', {}, score.benchmark === undefined ? '' : link(score.benchmark, 30)),
      element('td', { class: 'muted' }, metricName(graph, score)), element('td', { class: 'number' }, shownScore(score)),
      paperCell(graph, score, link)))));
