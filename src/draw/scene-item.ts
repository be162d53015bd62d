// What a Vega scenegraph is made of, as far as it is read here.

/** Of a mark (vega-scenegraph, scene items by mark type). */
export interface SceneItem {
  readonly x?: number;
  readonly y?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly width?: number;
  readonly height?: number;
  readonly size?: number;
  readonly shape?: string;
  readonly fill?: string | null;
  readonly stroke?: string | null;
  readonly strokeWidth?: number;
  readonly strokeDash?: readonly number[] | null;
  readonly opacity?: number;
  readonly fillOpacity?: number;
  readonly strokeOpacity?: number;
  readonly defined?: boolean;
  readonly text?: unknown;
  readonly align?: string;
  readonly baseline?: string;
  readonly dx?: number;
  readonly dy?: number;
  readonly angle?: number;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly lineHeight?: number;
  readonly interpolate?: string;
  readonly cornerRadius?: number;
  readonly clip?: unknown;
  readonly zindex?: number;
  readonly orient?: string;
  /** Of a sector: radians, clockwise from above. */
  readonly startAngle?: number;
  readonly endAngle?: number;
  readonly innerRadius?: number;
  readonly outerRadius?: number;
  readonly padAngle?: number;
  /** Of a text: how far from its point, and in which direction, in radians clockwise from above. */
  readonly radius?: number;
  readonly theta?: number;
  /** The row that it was made of; of an axis, what it is an axis of. */
  readonly datum?: { readonly scale?: unknown; readonly value?: unknown };
  /** Of a group: what is known in it. */
  readonly context?: { readonly scales: Readonly<Record<string, { readonly value: unknown } | undefined>> };
  readonly items?: readonly SceneMark[];
  readonly bounds?: SceneMark['bounds'];
}

export interface SceneMark {
  readonly marktype: string;
  /** What it is in a chart: `mark` of the specification, `axis`, `axis-label` … */
  readonly role?: string;
  readonly name?: string;
  readonly clip?: unknown;
  readonly zindex?: number;
  readonly items: readonly SceneItem[];
  readonly bounds: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}
