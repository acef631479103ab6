use super::*;
use crate::scenario::library::{self, View};
use crate::session::{Comparison, Options, Run};
use crate::sim::Settings;

fn asked(source: &str) -> Vec<Question> {
    let options = Options { settings: Settings::default(), watched: Default::default() };
    questions(&Run::new("program.py", source, &options).unwrap_or_else(|faults| panic!("{faults:?}")).complete())
}

/// Checks kinds and right answers.
fn check(source: &str, expected: &[(QuestionKind, &str)]) {
    let questions = asked(source);
    let actual: Vec<_> = questions.iter().map(|question| (question.kind, question.choices[question.answer].as_str())).collect();
    assert_eq!(actual, expected, "{questions:#?}");
}

#[test]
fn the_order_of_lines_and_the_total_are_asked_for() {
    let source = "import asyncio\nasync def f(name, delay):\n    await asyncio.sleep(delay)\n    print(name)\n\
                  async def main():\n    await asyncio.gather(f('slow', 3), f('fast', 1))\nasyncio.run(main())\n";
    let questions = asked(source);
    assert_eq!(questions[0].kind, QuestionKind::Total);
    assert_eq!(questions[0].choices[questions[0].answer], "3.00 s");
    assert!(questions[0].choices.contains(&"4.00 s".to_string()), "one after the other: {:?}", questions[0].choices);
    assert!(questions.iter().any(|question| question.kind == QuestionKind::RunsNext));
}

#[test]
fn threads_are_asked_what_they_print() {
    check(
        "import threading, time\ndef f(n):\n    time.sleep(n)\n    print('f', n)\nfor n in (2, 1):\n    threading.Thread(target=f, args=(n,)).start()\n",
        &[(QuestionKind::Total, "2.00 s"), (QuestionKind::PrintedNext, "f 1"), (QuestionKind::PrintedNext, "f 2")],
    );
}

#[test]
fn where_there_is_nothing_to_choose_nothing_is_asked() {
    check("print(1)\n", &[]);
    check("pass\n", &[]);
}

#[test]
fn every_scenario_has_sound_questions() {
    for entry in library::all() {
        let mut comparison = Comparison::new(&entry.scenario());
        while !comparison.is_over() {
            comparison.advance(1_000_000);
        }
        for variant in comparison.finish() {
            let Ok(recording) = variant.result else { continue };
            let questions = questions(&recording);
            let place = format!("{}, {}", entry.id, variant.program.name);
            assert!(
                entry.view != View::Predict || questions.len() > 2,
                "{place} is opened with questions, but has only {}",
                questions.len()
            );
            check_sound(&questions, recording.steps().len(), &place);
        }
    }
}

fn check_sound(questions: &[Question], steps: usize, place: &str) {
    assert!(questions.len() <= MOST_QUESTIONS, "{place}");
    let mut seen = 0;
    for question in questions {
        assert!(question.asked_at < question.shown_at && question.shown_at < steps, "{place}: {question:?}");
        assert!((2..=MOST_CHOICES).contains(&question.choices.len()) && question.answer < question.choices.len(), "{place}");
        let mut different = question.choices.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), question.choices.len(), "{place}");
        assert!(!question.hint.is_empty() && !question.explanation.is_empty(), "{place}");
        if question.kind != QuestionKind::Total {
            assert!(question.asked_at >= seen, "{place}: it was seen before");
            seen = question.shown_at;
        }
    }
}
