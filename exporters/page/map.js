// Positions -> a canvas to pan and zoom, with labels where they do not overlap.
import { clipped } from './dom.js';

const font = 'system-ui,"Liberation Sans",Arial,sans-serif';
const fullCircle = 2 * Math.PI;

export class GraphMap {
  constructor(canvas, graph, filters, select) {
    Object.assign(this, { canvas, graph, filters, select, hovered: -1, selected: -1, scale: 1, left: 0, top: 0, moving: false });
    this.context = canvas.getContext('2d');
    this.place();
    this.listen();
    new ResizeObserver(() => this.resize()).observe(canvas.parentElement);
    this.resize();
    this.fit();
  }

  place() {
    const { graph } = this, { a } = graph;
    this.x = Float32Array.from(a.x, x => x / 65535 * graph.width);
    this.y = Float32Array.from(a.y, y => y / 65535 * graph.height);
    this.radius = Float32Array.from(graph.kind, (kind, i) =>
      ({ benchmark: 3.4, dataset: 3.2, author: 1.5 }[graph.kindNames[kind]] || 2.2) + Math.min(11, Math.sqrt(Math.max(0, graph.degree[i] - 1)) * 0.66));
    this.spacious = Math.min(1.4, Math.max(0.5, 20 / Math.sqrt(graph.nodes)));  // few points may be large
    this.byDegree = Uint32Array.from(graph.degree.keys()).filter(i => graph.drawn[i]).sort((x, y) => graph.degree[y] - graph.degree[x] || x - y);
  }

  resize() {
    const box = this.canvas.parentElement.getBoundingClientRect(), density = Math.min(2, devicePixelRatio || 1), wasFit = this.scale === this.fitScale;
    this.width = Math.max(1, box.width);
    this.height = Math.max(1, box.height);
    this.density = density;
    this.canvas.width = Math.round(this.width * density);
    this.canvas.height = Math.round(this.height * density);
    this.fitScale = Math.min(this.width / this.graph.width, this.height / this.graph.height, 8) * 0.92;
    if (wasFit) this.fit();
    else this.draw();
  }
  fit() {
    this.scale = this.fitScale;
    this.left = (this.width - this.graph.width * this.scale) / 2;
    this.top = (this.height - this.graph.height * this.scale) / 2;
    this.draw();
  }
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const next = Math.min(this.fitScale * 80, Math.max(this.fitScale * 0.5, this.scale * factor));
    this.left = x - (x - this.left) * next / this.scale;
    this.top = y - (y - this.top) * next / this.scale;
    this.scale = next;
    this.stir();
  }
  pan(dx, dy) {
    this.left += dx;
    this.top += dy;
    this.stir();
  }
  show(node) {
    this.scale = Math.max(this.scale, this.fitScale * 6);
    this.left = this.width / 2 - this.x[node] * this.scale;
    this.top = this.height / 2 - this.y[node] * this.scale;
    this.draw();
  }

  /// While the map moves, long links are left out: they are most of the work.
  stir() {
    this.moving = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => { this.moving = false; this.draw(); }, 140);
    this.draw();
  }
  draw() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => { this.waiting = false; this.paint(); });
  }

  at(node) { return [this.x[node] * this.scale + this.left, this.y[node] * this.scale + this.top]; }
  size(node) { return Math.max(0.8, this.radius[node] * Math.min(1.9, this.spacious * Math.max(1, Math.sqrt(this.scale / this.fitScale)))); }
  inside(x, y, margin = 10) { return x > -margin && y > -margin && x < this.width + margin && y < this.height + margin; }

  paint() {
    const { context, density } = this, styles = getComputedStyle(document.documentElement);
    this.colour = name => styles.getPropertyValue('--' + name).trim();
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    this.paintEdges();
    this.graph.kindNames.forEach((name, kind) => this.graph.kinds[kind][2] && this.paintKind(name, kind));
    this.paintLabels();
  }

  paintEdges() {
    const { context, filters, graph } = this, { source, target } = graph.a;
    const long = graph.width * 0.07 * this.scale, crowd = Math.min(1, Math.sqrt(2500 / Math.max(1, filters.shownCount)));
    for (const isLong of this.moving ? [false] : [true, false]) {
      context.strokeStyle = this.colour('line');
      context.globalAlpha = Math.max(isLong && filters.shownCount > 1000 ? 0.03 : 0.12, (isLong ? 0.25 : 0.6) * crowd);
      context.lineWidth = 1;
      context.beginPath();
      for (let k = 0; k < filters.shownCount; k++) {
        const edge = filters.shownEdges[k], [x0, y0] = this.at(source[edge]), [x1, y1] = this.at(target[edge]);
        if ((Math.abs(x0 - x1) + Math.abs(y0 - y1) > long) !== isLong) continue;
        if (Math.max(x0, x1) < 0 || Math.max(y0, y1) < 0 || Math.min(x0, x1) > this.width || Math.min(y0, y1) > this.height) continue;
        context.moveTo(x0, y0);
        context.lineTo(x1, y1);
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  paintKind(name, kind) {
    const { context, filters, graph } = this;
    context.fillStyle = this.colour(name);
    context.beginPath();
    for (let i = 0; i < graph.nodes; i++) {
      if (graph.kind[i] !== kind || !filters.visible[i]) continue;
      const [x, y] = this.at(i);
      if (this.inside(x, y)) this.trace(name, x, y, this.size(i));
    }
    context.fill();
  }
  trace(name, x, y, r) {
    const { context } = this;
    if (name === 'paper' || name === 'task' || r < 1.6) context.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
    else if (name === 'benchmark') context.moveTo(x, y - r * 1.2), context.lineTo(x + r * 1.2, y), context.lineTo(x, y + r * 1.2), context.lineTo(x - r * 1.2, y);
    else if (name === 'dataset') context.moveTo(x - r * 1.1, y - r * 0.9), context.lineTo(x + r * 1.1, y - r * 0.9), context.lineTo(x, y + r * 1.1);
    else context.moveTo(x + r, y), context.arc(x, y, r, 0, fullCircle);
  }

  paintLabels() {
    const { context, graph, filters } = this, taken = [[this.width - 62, this.height - 146, this.width, this.height]];  // the buttons
    const free = (x, y, width, height) => {
      if (x < 0 || y < 0 || x + width > this.width || y + height > this.height) return false;  // nothing is cut at the rim
      for (const box of taken) if (x < box[2] && x + width > box[0] && y < box[3] && y + height > box[1]) return false;
      taken.push([x, y, x + width, y + height]);
      return true;
    };
    const label = (node, text, x, y, pixels, bold, centred) => {
      context.font = `${bold ? '600 ' : ''}${pixels}px ${font}`;
      const width = context.measureText(text).width, from = centred ? x - width / 2 : x;
      if (!free(from - 3, y - pixels * 0.7, width + 6, pixels * 1.4)) return false;
      context.lineWidth = 4;
      context.lineJoin = 'round';
      context.strokeStyle = this.colour('ground');
      context.strokeText(text, from, y);
      context.fillStyle = this.colour('ink');
      context.fillText(text, from, y);
      return true;
    };
    context.textBaseline = 'middle';
    for (const node of [this.selected, this.hovered]) if (node >= 0 && filters.visible[node]) this.paintSubject(node, label);
    if (this.scale < this.fitScale * 1.9 && graph.islands.length > 3) {
      for (const [x, y, size, ...best] of graph.islands) {
        const names = best.map(node => clipped(graph.labels[node], 22)).join(' · ');
        label(-1, names, x * this.scale + this.left, y * this.scale + this.top, Math.min(16, 9.5 + Math.sqrt(size) * 0.12), true, true);
      }
      return;
    }
    let left = Math.round(this.width * this.height / 9000);
    for (const node of this.byDegree) {
      if (left === 0) break;
      if (!filters.visible[node] || node === this.hovered || node === this.selected) continue;
      const [x, y] = this.at(node);
      if (this.inside(x, y, 0) && label(node, clipped(graph.labels[node], 36), x + this.size(node) + 4, y, 12, graph.degree[node] > 60)) --left;
    }
  }
  paintSubject(node, label) {
    const [x, y] = this.at(node), { context } = this;
    context.lineWidth = 2.5;
    context.strokeStyle = this.colour('ink');
    context.beginPath();
    context.arc(x, y, this.size(node) + 4, 0, fullCircle);
    context.stroke();
    const text = clipped(this.graph.labels[node], 60);
    if (!label(node, text, x + this.size(node) + 7, y, 13.5, true)) label(node, text, Math.min(x, this.width - 10) , y - this.size(node) - 14, 13.5, true, true);
  }

  pick(px, py) {
    let best = -1, nearest = 7;
    for (const node of this.byDegree) {
      if (!this.filters.visible[node]) continue;
      const [x, y] = this.at(node), distance = Math.hypot(x - px, y - py) - this.size(node);
      if (distance < nearest) [best, nearest] = [node, distance];
    }
    return best;
  }

  listen() {
    const { canvas } = this, fingers = new Map();
    let way = 0;
    canvas.addEventListener('pointerdown', event => {
      canvas.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
      way = 0;
    });
    canvas.addEventListener('pointermove', event => {
      const finger = fingers.get(event.pointerId), to = [event.offsetX, event.offsetY];
      if (!finger) return this.hover(this.pick(...to));
      if (fingers.size === 2) {
        const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
        const before = Math.hypot(finger[0] - other[0], finger[1] - other[1]), after = Math.hypot(to[0] - other[0], to[1] - other[1]);
        this.zoom(after / Math.max(1, before), (to[0] + other[0]) / 2, (to[1] + other[1]) / 2);
        way += 9;
      } else {
        this.pan(to[0] - finger[0], to[1] - finger[1]);
        way += Math.abs(to[0] - finger[0]) + Math.abs(to[1] - finger[1]);
      }
      fingers.set(event.pointerId, to);
    });
    canvas.addEventListener('pointerup', event => {
      fingers.delete(event.pointerId);
      if (way < 5) this.select(this.pick(event.offsetX, event.offsetY));
    });
    canvas.addEventListener('pointercancel', event => fingers.delete(event.pointerId));
    canvas.addEventListener('wheel', event => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
    }, { passive: false });
    canvas.addEventListener('keydown', event => {
      const way = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      if (way) this.pan(...way), event.preventDefault();
    });
  }
  hover(node) {
    if (node === this.hovered) return;
    this.hovered = node;
    this.canvas.classList.toggle('hit', node >= 0);
    this.draw();
  }
}
