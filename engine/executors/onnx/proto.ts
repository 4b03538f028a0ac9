import protobuf from 'protobufjs/light.js';

/** The part of onnx.proto3 (ONNX 1.16, IR version 8) that this project writes. Field numbers are ONNX's. */
const root = protobuf.Root.fromJSON({
  nested: {
    onnx: {
      nested: {
        Dimension: { fields: { dimValue: { type: 'int64', id: 1 } } },
        TensorShape: { fields: { dim: { rule: 'repeated', type: 'Dimension', id: 1 } } },
        TensorType: { fields: { elemType: { type: 'int32', id: 1 }, shape: { type: 'TensorShape', id: 2 } } },
        TypeProto: { fields: { tensorType: { type: 'TensorType', id: 1 } } },
        ValueInfoProto: { fields: { name: { type: 'string', id: 1 }, type: { type: 'TypeProto', id: 2 } } },
        TensorProto: {
          fields: {
            dims: { rule: 'repeated', type: 'int64', id: 1 },
            dataType: { type: 'int32', id: 2 },
            name: { type: 'string', id: 8 },
            rawData: { type: 'bytes', id: 9 },
          },
        },
        AttributeProto: {
          fields: {
            name: { type: 'string', id: 1 },
            f: { type: 'float', id: 2 },
            i: { type: 'int64', id: 3 },
            s: { type: 'bytes', id: 4 },
            t: { type: 'TensorProto', id: 5 },
            ints: { rule: 'repeated', type: 'int64', id: 8 },
            type: { type: 'int32', id: 20 },
          },
        },
        NodeProto: {
          fields: {
            input: { rule: 'repeated', type: 'string', id: 1 },
            output: { rule: 'repeated', type: 'string', id: 2 },
            name: { type: 'string', id: 3 },
            opType: { type: 'string', id: 4 },
            attribute: { rule: 'repeated', type: 'AttributeProto', id: 5 },
            domain: { type: 'string', id: 7 },
          },
        },
        GraphProto: {
          fields: {
            node: { rule: 'repeated', type: 'NodeProto', id: 1 },
            name: { type: 'string', id: 2 },
            initializer: { rule: 'repeated', type: 'TensorProto', id: 5 },
            input: { rule: 'repeated', type: 'ValueInfoProto', id: 11 },
            output: { rule: 'repeated', type: 'ValueInfoProto', id: 12 },
          },
        },
        OperatorSetIdProto: {
          fields: { domain: { type: 'string', id: 1 }, version: { type: 'int64', id: 2 } },
        },
        ModelProto: {
          fields: {
            irVersion: { type: 'int64', id: 1 },
            producerName: { type: 'string', id: 2 },
            graph: { type: 'GraphProto', id: 7 },
            opsetImport: { rule: 'repeated', type: 'OperatorSetIdProto', id: 8 },
          },
        },
      },
    },
  },
});

const modelProto = root.lookupType('onnx.ModelProto');

/** TensorProto.DataType. */
export const ELEMENT_TYPE = { f32: 1, i32: 6, i64: 7, bool: 9 } as const;
export type ElementType = keyof typeof ELEMENT_TYPE;

/** AttributeProto.AttributeType. */
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, tensor: 4, ints: 7 } as const;

export interface TensorMessage {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
  /** Little-endian elements; a bool is one byte. */
  readonly bytes: Uint8Array;
}

export type AttributeValue =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly string: string }
  | { readonly ints: readonly number[] }
  | { readonly tensor: TensorMessage };

export interface NodeMessage {
  readonly name: string;
  readonly opType: string;
  readonly domain: string;
  /** An empty name is an omitted optional input or output. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

export interface ValueMessage {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
}

export interface ModelMessage {
  readonly name: string;
  readonly nodes: readonly NodeMessage[];
  readonly initializers: readonly TensorMessage[];
  readonly inputs: readonly ValueMessage[];
  readonly outputs: readonly ValueMessage[];
  readonly opsets: Readonly<Record<string, number>>;
}

const tensorMessage = (t: TensorMessage): object => ({
  name: t.name,
  dataType: ELEMENT_TYPE[t.type],
  dims: t.dims,
  rawData: t.bytes,
});

function attributeMessage(name: string, value: AttributeValue): object {
  if ('int' in value) return { name, type: ATTRIBUTE_TYPE.int, i: value.int };
  if ('float' in value) return { name, type: ATTRIBUTE_TYPE.float, f: value.float };
  if ('string' in value)
    return { name, type: ATTRIBUTE_TYPE.string, s: new TextEncoder().encode(value.string) };
  if ('ints' in value) return { name, type: ATTRIBUTE_TYPE.ints, ints: value.ints };
  return { name, type: ATTRIBUTE_TYPE.tensor, t: tensorMessage(value.tensor) };
}

const valueMessage = (v: ValueMessage): object => ({
  name: v.name,
  type: {
    tensorType: {
      elemType: ELEMENT_TYPE[v.type],
      shape: { dim: v.dims.map((dimValue) => ({ dimValue })) },
    },
  },
});

/** The bytes of an .onnx file. */
export function encodeModel(model: ModelMessage): Uint8Array {
  return modelProto
    .encode({
      irVersion: 8,
      producerName: 'shuurai',
      opsetImport: Object.entries(model.opsets).map(([domain, version]) => ({ domain, version })),
      graph: {
        name: model.name,
        node: model.nodes.map((n) => ({
          input: n.inputs,
          output: n.outputs,
          name: n.name,
          opType: n.opType,
          domain: n.domain,
          attribute: Object.entries(n.attributes).map(([name, value]) => attributeMessage(name, value)),
        })),
        initializer: model.initializers.map(tensorMessage),
        input: model.inputs.map(valueMessage),
        output: model.outputs.map(valueMessage),
      },
    })
    .finish();
}
