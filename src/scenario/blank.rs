//! Scenarios to begin with.

use super::blocks::{Activity, Blocks, Segment};
use super::definition::{Body, Scenario, Variant};
use super::machine::MachineSettings;
use crate::trace::Span;

const PROGRAM: &str = "import asyncio


async def main():
    await asyncio.sleep(1)
    print(\"done\")


asyncio.run(main())
";

impl Scenario {
    /// A short program.
    pub fn blank_code() -> Scenario {
        let program = Variant { name: "Program".to_string(), source: PROGRAM.to_string() };
        blank("New program", Body::Code(vec![program]))
    }

    /// One activity of a second.
    pub fn blank_blocks() -> Scenario {
        let activity = Activity::new("A", [Segment::Io(Span::SECOND)]);
        blank("New activities", Body::Blocks(Blocks { activities: vec![activity], at_most: None }))
    }
}

fn blank(title: &str, body: Body) -> Scenario {
    Scenario { title: title.to_string(), notes: String::new(), machine: MachineSettings::default(), body }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_can_be_run() {
        assert_eq!(Scenario::blank_code().problems(), []);
        assert_eq!(Scenario::blank_blocks().problems(), []);
    }
}
