//! Python text in the making: lines and their indentation.

#[derive(Default)]
pub struct Writer {
    text: String,
    indentation: usize,
}

impl Writer {
    pub fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.push_str(&"    ".repeat(self.indentation));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// What is written until [`Writer::close`] belongs to the header just written.
    pub fn open(&mut self) {
        self.indentation += 1;
    }

    pub fn close(&mut self) {
        self.indentation -= 1;
    }

    pub fn finish(self) -> String {
        self.text
    }
}
