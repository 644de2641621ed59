/** What measures are about, in the order in which a person reads them. Every measure is under one. */
export const TOPICS = [
  { id: "posts", title: "Posts and vacancies" },
  { id: "people", title: "People in post" },
  { id: "age", title: "Age" },
  { id: "registration", title: "Registration" },
  { id: "training", title: "Training" },
  { id: "movement", title: "Joining, leaving and staying" },
  { id: "devices", title: "Devices and the work on them" },
  { id: "requirement", title: "What the work requires" },
  { id: "services", title: "How services judge and are run" },
  { id: "response", title: "Who answered" },
] as const;

export type TopicId = (typeof TOPICS)[number]["id"];

/** Things of measures under their topics; a topic of none is left out. */
export function byTopic<T extends { topic: TopicId }>(
  all: readonly T[],
): { id: TopicId; title: string; measures: T[] }[] {
  return TOPICS.map((topic) => ({ ...topic, measures: all.filter((one) => one.topic === topic.id) })).filter(
    ({ measures }) => measures.length > 0,
  );
}
